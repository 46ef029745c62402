/**
 * LinkedIn's *little text format*, in which its Posts API reads `commentary`. A reserved character without a
 * backslash silently ends the post there. Comments are not in this format: they are plain text.
 */
const reserved = /[\\|{}@[\]()<>#*_~]/g

/** Plain text that stays plain: every reserved character escaped, those of addresses too. */
export function escapeLittleText(text: string): string {
  return text.replace(reserved, '\\$&')
}

/**
 * A whole post. `#Tag` at a line's start or after a space is a hashtag and stays unescaped; `C#`, `#1` and
 * an address's `#fragment` are not. For a text that a person wrote or approved.
 */
export function toLittleText(post: string): string {
  return post
    .split(/((?<!\S)#(?=[\p{N}\p{M}]*\p{L})[\p{L}\p{N}\p{M}]+(?![\p{L}\p{N}\p{M}_#]))/u)
    .map((part, index) => (index % 2 === 1 ? part : escapeLittleText(part)))
    .join('')
}

/** What LinkedIn shows of a text in the little text format. */
export function fromLittleText(text: string): string {
  return text.replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1')
}
