/** Visitors, while something else goes on. */
export type Reads = {
  count: number
  /** The time, in ms, that this share of the reads stayed below: `at(0.99)`. */
  at(share: number): number
}

/**
 * `readers` visitors read one address after the other until `stop`, and rest for `pauseMs` between two.
 * @throws (`stop`) when an answer was not 200.
 */
export function readMeanwhile(
  url: string,
  addresses: readonly string[],
  { readers = addresses.length, pauseMs = 10 } = {},
) {
  const times: number[] = []
  let isOver = false
  const read = async (first: number) => {
    for (let turn = first; !isOver; turn++) {
      const address = url + addresses[turn % addresses.length]
      const start = performance.now()
      const answer = await fetch(address)
      await answer.arrayBuffer()
      times.push(performance.now() - start)
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  const reading = Promise.all(Array.from({ length: readers }, (_, index) => read(index)))
  // Told by `stop`; until then nobody listens.
  reading.catch(() => {})
  return {
    async stop(): Promise<Reads> {
      isOver = true
      await reading
      times.sort((a, b) => a - b)
      return { count: times.length, at: (share) => times[Math.floor(times.length * share)] ?? 0 }
    },
  }
}
