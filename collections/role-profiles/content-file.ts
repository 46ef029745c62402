import { callToAction, contentFields, skills } from '../content-file/common.ts'
import {
  choice,
  type FileType,
  group,
  number,
  relation,
  relations,
  rows,
  text,
  texts,
} from '../content-file/field.ts'

/** Its keys in content files, in the order in which they are written. */
export const roleProfileFile: FileType = {
  type: 'role-profile',
  collection: 'role-profiles',
  label: 'role profile',
  fields: contentFields(
    'title',
    [
      text('code'),
      relation('family', 'role-families'),
      relation('level', 'role-levels'),
      number('profileVersion', { default: 1, shown: true }),
      choice('reviewStatus', ['draft', 'in-review', 'approved'], { default: 'draft', shown: true }),
      number('confidence'),
      group('pay', [
        text('currency'),
        choice('period', ['year', 'month', 'day', 'hour'], { default: 'year', shown: true }),
        number('median'),
        number('low'),
        number('high'),
        { kind: 'day', name: 'asOf' },
        text('note'),
      ]),
      texts('responsibilities'),
      skills,
      group('provenance', [
        number('sourceCount'),
        rows('sources', [text('title'), text('url')]),
        { kind: 'map', name: 'scores', key: 'name', value: 'score' },
      ]),
      rows('classifications', [text('scheme'), text('code'), text('source')]),
      texts('titleAliases'),
      relations('adjacentPinned', 'role-profiles'),
      relations('adjacentExcluded', 'role-profiles'),
    ],
    [callToAction],
  ),
}
