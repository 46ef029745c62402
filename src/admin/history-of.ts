/** The address of the list of publications, of one item (`type:uid`) only. `admin`: the admin's path. */
export function historyOf(itemId: string, admin: string): string {
  const where = new URLSearchParams({ 'where[or][0][and][0][itemId][equals]': itemId })
  return `${admin}/collections/publications?${where}`
}
