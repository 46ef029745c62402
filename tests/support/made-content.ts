/** Content files that are made up: plain, the same at every run. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

const WORDS =
  'root water gravel street shade canopy soil drain summer winter pipe kerb leaf trunk survey permit'
    .split(' ')
    .concat('crew budget square metre measure report season light'.split(' '))

/** Writes `count` files below `directory`, related to each other: three quarters articles, the rest what they show. */
export async function writeContent(directory: string, count: number): Promise<void> {
  const share = (part: number) => Math.max(1, Math.round(count * part))
  const [people, topics, faqs, terms] = [share(0.02), share(0.02), share(0.1), share(0.1)]
  const { sentence, paragraph } = createProse()
  const write = async (folder: string, slug: string, lines: string[], body = '') => {
    await mkdir(path.join(directory, folder), { recursive: true })
    const text = ['---', ...lines, `slug: ${slug}`, '---', '', body].join('\n')
    await writeFile(path.join(directory, folder, `${slug}.md`), text)
  }
  for (let n = 0; n < people; n++) await write('people', `person-${n}`, ['type: person', `name: Person ${n}`])
  for (let n = 0; n < topics; n++) await write('topics', `topic-${n}`, ['type: topic', `name: Topic ${n}`])
  for (let n = 0; n < faqs; n++) {
    const lines = ['type: faq', `question: Is it so ${n} times?`, `topics: [topic-${n % topics}]`]
    await write('faqs', `faq-${n}`, lines, paragraph())
  }
  for (let n = 0; n < terms; n++) {
    const lines = ['type: glossary-term', `term: Term ${n}`, `shortAnswer: ${sentence()}`]
    await write('glossary-terms', `term-${n}`, lines, paragraph())
  }
  for (let n = 0; n < count - people - topics - faqs - terms; n++) {
    const lines = [
      'type: article',
      `title: Article ${n} about a ${WORDS[n % WORDS.length]}`,
      `authors: [person-${n % people}]`,
      `topics: [topic-${n % topics}, topic-${(n + 1) % topics}]`,
      `faqs: [faq-${n % faqs}]`,
      `glossaryTerms: [term-${n % terms}]`,
    ].filter((line) => topics > 1 || !line.startsWith('topics'))
    const list = `- ${sentence()}\n- ${sentence()}`
    const body = [
      paragraph(),
      '## What it is',
      paragraph(),
      list,
      '## And then',
      `> ${sentence()}`,
      paragraph(),
    ]
    await write('articles', `article-${n}`, lines, `${body.join('\n\n')}\n`)
  }
}

const LINE = 'Water in the morning, and look at the leaves before you decide that a tree is thirsty. '

/** As long as articles are. */
export const longText = Array.from({ length: 12 }, (_, part) => `## Part ${part}\n\n${LINE.repeat(5)}`).join(
  '\n\n',
)

/** Writes `articles/article-N.md` for each N from `from` up to, not including, `to`; `text`: what stands in it. */
export async function writeArticles(
  directory: string,
  [from, to]: [from: number, to: number],
  text: (n: number) => string = () => longText,
): Promise<void> {
  await mkdir(path.join(directory, 'articles'), { recursive: true })
  for (let n = from; n < to; n++) {
    const lines = ['type: article', `slug: article-${n}`, `title: Article ${n}`, `summary: Number ${n}`]
    const file = path.join(directory, 'articles', `article-${n}.md`)
    await writeFile(file, ['---', ...lines, '---', '', text(n), ''].join('\n'))
  }
}

function createProse() {
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const sentence = () => {
    const words = Array.from({ length: 8 + next(10) }, () => WORDS[next(WORDS.length)]).join(' ')
    return `${words[0]?.toUpperCase()}${words.slice(1)}.`
  }
  return { sentence, paragraph: () => Array.from({ length: 3 + next(3) }, sentence).join(' ') }
}
