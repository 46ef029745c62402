import { KINDS, type Kind } from './kind.ts'

/** Characters, extension aside: far below the 255 bytes of file systems in any script. */
const LONGEST = 80

/** Names that Windows keeps for devices; and none at all. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)?$/i

/**
 * The name under which a picture is kept: the sender's words without anything that a file system, an address or
 * a reader's eye takes for something else, and the extension of what the file really is. Pure.
 */
export function toFileName(given: string, kind: Kind): string {
  const base = given.normalize('NFC').replace(/^.*[\\/]/s, '')
  const dot = base.lastIndexOf('.')
  const extension = dot === -1 ? '' : base.slice(dot + 1)
  const words = (dot === -1 ? base : base.slice(0, dot))
    // Control and formatting characters: some turn the direction of what follows, so that "gpj.exe" is read.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*#%]/g, '-')
    .replace(/\s+/g, ' ')
  const name = [...words]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const { extensions } = KINDS[kind]
  const kept = extensions.includes(extension.toLowerCase()) ? extension : extensions[0]
  return `${RESERVED.test(name) ? `picture${name && `-${name}`}` : name}.${kept}`
}
