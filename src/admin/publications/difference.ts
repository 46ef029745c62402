/** What differs between two texts, by lines and within them by words. Pure. */

export type Piece = { kind: 'same' | 'removed' | 'added'; text: string }

export type Line =
  | { kind: 'same' | 'removed' | 'added'; text: string }
  | { kind: 'changed'; pieces: Piece[] }
  /** Lines that are the same on both sides and far from any change. */
  | { kind: 'gap'; count: number }

/** Above this many comparisons a text counts as replaced: nobody would read what is the same in it. */
const MOST = 4_000_000

/** The shortest way from one list to the other: what is kept, taken out and put in, in order. */
export function compareLists(before: readonly string[], after: readonly string[]): Piece[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++
  return [
    ...all(before.slice(0, start), 'same'),
    ...compareMiddles(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...all(before.slice(before.length - end), 'same'),
  ]
}

const all = (texts: readonly string[], kind: Piece['kind']): Piece[] => texts.map((text) => ({ kind, text }))

/** By the longest common subsequence. */
function compareMiddles(before: readonly string[], after: readonly string[]): Piece[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST)
    return [...all(before, 'removed'), ...all(after, 'added')]
  const width = after.length + 1
  // `longest[i * width + j]`: how much the rests from i and j have in common.
  const longest = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i] ?? '' })
      i++
      j++
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: before[i++] ?? '' })
    } else pieces.push({ kind: 'added', text: after[j++] ?? '' })
  }
  return pieces
}

/** Two texts by words; neighbours of a kind are one piece. */
export function compareWords(before: string, after: string): Piece[] {
  const pieces: Piece[] = []
  for (const piece of compareLists(toWords(before), toWords(after))) {
    const last = pieces.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else pieces.push({ ...piece })
  }
  return pieces
}

const toWords = (text: string) => text.split(/(\s+)/u).filter((word) => word !== '')

/** Unchanged lines that are shown on either side of a change. */
const AROUND = 1

/** Two texts by lines (empty ones left out); a line that resembles the one it replaces is compared by words. */
export function compareLines(before: string, after: string): Line[] {
  const toLines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  return fold(pairUp(compareLists(toLines(before), toLines(after))))
}

function pairUp(pieces: Piece[]): Line[] {
  const lines: Line[] = []
  for (let at = 0; at < pieces.length; ) {
    if (pieces[at]?.kind === 'same') {
      lines.push(pieces[at++] as Piece)
      continue
    }
    const rest = pieces.slice(at)
    const until = rest.findIndex(({ kind }) => kind === 'same')
    const changed = until < 0 ? rest : rest.slice(0, until)
    at += changed.length
    const removed = changed.filter(({ kind }) => kind === 'removed')
    const added = changed.filter(({ kind }) => kind === 'added')
    for (let n = 0; n < Math.max(removed.length, added.length); n++) {
      const [old, now] = [removed[n], added[n]]
      const words = old && now ? compareWords(old.text, now.text) : []
      if (resembles(words)) lines.push({ kind: 'changed', pieces: words })
      else lines.push(...[old, now].flatMap((piece) => piece ?? []))
    }
  }
  return lines
}

/** At least a quarter of the letters stayed. */
function resembles(pieces: Piece[]): boolean {
  const letters = (kinds: Piece['kind'][]) =>
    pieces.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { text }) => sum + text.trim().length, 0)
  return letters(['same']) * 4 >= letters(['same', 'removed', 'added']) && letters(['same']) > 0
}

function fold(lines: Line[]): Line[] {
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same')
  const folded: Line[] = []
  lines.forEach((line, at) => {
    const last = folded.at(-1)
    if (isNear(at)) folded.push(line)
    else if (last?.kind === 'gap') last.count++
    else folded.push({ kind: 'gap', count: 1 })
  })
  return folded
}
