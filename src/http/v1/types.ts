/** What the delivery API gives out, in the order of the menu: known before the collections are loaded. */
export const DELIVERED_TYPES = [
  'articles',
  'glossary-terms',
  'faqs',
  'case-studies',
  'role-profiles',
  'people',
  'topics',
  'role-families',
  'role-levels',
  'calls-to-action',
] as const
