/** Writing XML 1.0: everything that is written is made well-formed and escaped here, once. */
import { wellFormed } from '../rich-text/well-formed.ts'

type Attributes = { [name: string]: string | number | undefined }

const spelling: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make spaces of these in an attribute, and drop the last everywhere (XML 1.0 §2.11, §3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** An element that holds text. Attributes without a value are left out. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  const escaped = wellFormed(text).replace(/[&<>\r]/g, (character) => spelling[character] ?? character)
  return `<${name}${attributesOf(attributes)}>${escaped}</${name}>`
}

/** An element that holds elements, each on a line of its own; `<name/>` when it has none. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const open = `<${name}${attributesOf(attributes)}`
  return children.length === 0 ? `${open}/>` : `${open}>\n${children.join('\n')}\n</${name}>`
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined) return ''
      const escaped = wellFormed(String(value)).replace(
        /[&<>"\t\n\r]/g,
        (character) => spelling[character] ?? character,
      )
      return ` ${name}="${escaped}"`
    })
    .join('')
}
