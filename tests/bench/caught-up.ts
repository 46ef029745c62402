/**
 * Resolves when every channel of the server at `url` has read the whole ledger.
 * @throws when the database does not answer.
 */
export async function untilCaughtUp(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/readyz`)
    if (!answer.ok) throw new Error(`/readyz: ${answer.status} ${await answer.text()}`)
    const { channels } = (await answer.json()) as { channels: { lag: number }[] }
    if (channels.every(({ lag }) => lag === 0)) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
