/** When `--publish` must not: it would take somebody's unfinished words along. Pure. */

import type { Field } from '../../collections/content-file/field.ts'
import type { ContentFile, GivenGroup } from './content-file.ts'
import type { Names } from './from-data.ts'
import { differences, isEmpty } from './same.ts'
import type { Data } from './to-data.ts'

/** Why a file was not published; `key`: where to say it. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly key: string,
  ) {
    super(message)
  }
}

/**
 * Publishing takes the newest draft along, so it must hold nothing but what the file says. `live`: the public row.
 * @throws Refusal
 */
export function refuseOverDraft(options: {
  file: ContentFile
  changed: string[]
  newest: Data
  live: Data | undefined
  names: Names
}): void {
  const { file, changed, newest, live, names } = options
  const { fields, label } = file.type
  if (live) {
    const unfinished = differences(newest, live, outside(fields, file.values), names)
    if (changed.length > 0 || unfinished.length > 0) {
      const keys = [...changed, ...unfinished].join(', ')
      const message = `not published: this ${label} has a newer draft in the database, with another ${keys}. Publish or discard that draft in the admin, or import without --publish to put this file into it, then import again`
      throw new Refusal(message, changed[0] ?? 'slug')
    }
    return
  }
  const overwritten = changed.filter((name) => {
    const field = fields.find((one) => one.name === name)
    return field ? !isEmpty(newest[name], field, names) && !isDefault(newest[name], field) : true
  })
  if (overwritten.length > 0) {
    const message = `not published: the draft of this ${label} in the database has another ${overwritten.join(', ')}. Import without --publish to put this file into the draft, then with --publish`
    throw new Refusal(message, overwritten[0] ?? 'slug')
  }
}

function isDefault(value: unknown, field: { default?: unknown } | object): boolean {
  return 'default' in field && field.default === value
}

/** The fields, and members of groups, that the file does not name. */
function outside(fields: readonly Field[], values: GivenGroup): Field[] {
  return fields.flatMap((field): Field[] => {
    const given = values[field.name]
    if (given === undefined) return [field]
    if (field.kind !== 'group' || given === null) return []
    const inner = outside(field.fields, given as GivenGroup)
    return inner.length > 0 ? [{ ...field, fields: inner }] : []
  })
}
