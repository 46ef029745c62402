/** How much of an item is shown: `fields`, `body` and `include`. */
import { itemTag } from '../../../pipelines/channels/delivery/apply.ts'
import { findById } from '../../../pipelines/channels/delivery/find.ts'
import type { Store } from '../../../pipelines/channels/delivery/store.ts'
import type { Given } from './query.ts'

type Shown = { [member: string]: unknown }
type Ref = { id: string }

export type Shaper = {
  /** An item's text as it is given out. */
  show(text: string): string
  /** Of what was included so far. */
  tags(): string[]
}

const FORMS = ['html', 'markdown', 'text', 'blocks'] as const

/** Included items are read once, however many show them. */
export function shaper(store: Store, given: Given): Shaper {
  const [fields, body, include] = [given.get('fields'), given.get('body'), given.get('include')]
  // As it stands in the store: nothing is read of it.
  if (!fields && !body && !include) return { show: (text) => text, tags: () => [] }
  const included = new Map<string, Shown | null>()
  const load = ({ id }: Ref): Shown[] => {
    if (!included.has(id)) {
      const found = findById(store, id)
      included.set(id, found ? withBody(JSON.parse(found.text) as Shown, body) : null)
    }
    const item = included.get(id)
    return item ? [item] : []
  }
  return {
    show(text) {
      const read = JSON.parse(text) as Shown
      // What `fields` leaves out anyway need not be left out before.
      const item = fields ? withAnswers(read, body) : withBody(read, body)
      const whole = { ...item, ...inclusions(item, include ?? [], fields, load) }
      return JSON.stringify(
        fields ? pick(whole, [...fields, ...formsOf(body ?? []), ...includedIn(include ?? [])]) : whole,
      )
    },
    tags: () => [...included.keys()].map(itemTag),
  }
}

/** Members that hold the forms. */
function formsOf(body: readonly string[]): string[] {
  return body.flatMap((form) => (form === 'none' ? [] : form === 'blocks' ? ['blocks', 'toc'] : [form]))
}

/** Without the forms of the body that were not asked for: of questions that it shows, too. */
function withBody(item: Shown, body: readonly string[] | undefined): Shown {
  return body ? withAnswers(withoutForms(item, body), body) : item
}

/** The same of the questions alone. */
function withAnswers(item: Shown, body: readonly string[] | undefined): Shown {
  const relations = item.relations as { [name: string]: Shown[] } | undefined
  if (!body || !relations?.faqs) return item
  return { ...item, relations: { ...relations, faqs: relations.faqs.map((one) => withoutForms(one, body)) } }
}

function withoutForms(one: Shown, body: readonly string[]): Shown {
  const left = formsOf(body)
  const dropped = [...FORMS, 'toc'].filter((form) => !left.includes(form))
  return Object.fromEntries(Object.entries(one).filter(([member]) => !dropped.includes(member)))
}

/** Members of an item that `include` fills. */
function includedIn(include: readonly string[]): string[] {
  return include.map((name) => (name === 'author' ? 'authors' : name === 'topics' ? name : 'relations'))
}

/** Whole items in place of cards; what is public no more is left out. */
function inclusions(
  item: Shown,
  include: readonly string[],
  fields: readonly string[] | undefined,
  load: (ref: Ref) => Shown[],
): Shown {
  const whole: Shown = {}
  const relations: Shown = {}
  for (const name of include) {
    if (name === 'author') whole.authors = (item.authors as Ref[]).flatMap(load)
    else if (name === 'topics') whole.topics = (item.topics as Ref[]).flatMap(load)
    else relations[name] = ((item.relations as { [name: string]: Ref[] })[name] ?? []).flatMap(load)
  }
  if (Object.keys(relations).length === 0) return whole
  const cards = fields && !fields.includes('relations') ? {} : (item.relations as Shown)
  return { ...whole, relations: { ...cards, ...relations } }
}

function pick(item: Shown, members: readonly string[]): Shown {
  return Object.fromEntries(
    Object.entries(item).filter(([member]) => member === 'id' || members.includes(member)),
  )
}
