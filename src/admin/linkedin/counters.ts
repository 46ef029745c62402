/** What LinkedIn and readers take, counted while somebody types. Pure. */
import { COMFORTABLE_UNITS, COMMENT_UNITS, POST_UNITS } from '../../../pipelines/channels/linkedin/limits.ts'
import { FOLDS } from './fold.ts'

const POST = { most: POST_UNITS, comfortable: COMFORTABLE_UNITS }
const COMMENT = { most: COMMENT_UNITS, comfortable: COMMENT_UNITS }
const HASHTAGS = { fewest: 3, most: 5 }

/** `over`: LinkedIn refuses it. `warn`: worth a look. */
export type Count = {
  label: string
  count: number
  of: string
  level: 'fine' | 'warn' | 'over'
  note: string
}

/** For the post's text: its length, its first line, its hashtags. Numbers are UTF-16 units. */
export function countPost(text: string): Count[] {
  const hook = text.split('\n', 1)[0]?.length ?? 0
  const hashtags = new Set(text.match(/(?<!\S)#[\p{N}\p{M}]*\p{L}[\p{L}\p{N}\p{M}]*/gu) ?? []).size
  return [
    length('Post', text.length, POST),
    {
      label: 'First line',
      count: hook,
      of: `${FOLDS.phone}`,
      level: hook > FOLDS.phone ? 'warn' : 'fine',
      note: hook > FOLDS.phone ? 'Phones fold it before its end.' : '',
    },
    {
      label: 'Hashtags',
      count: hashtags,
      of: `${HASHTAGS.fewest}–${HASHTAGS.most}`,
      level: hashtags < HASHTAGS.fewest || hashtags > HASHTAGS.most ? 'warn' : 'fine',
      note:
        hashtags < HASHTAGS.fewest
          ? 'Three to five are usual.'
          : hashtags > HASHTAGS.most
            ? 'More than five look like spam.'
            : '',
    },
  ]
}

export function countComment(text: string): Count {
  return length('First comment', text.length, COMMENT)
}

/** LinkedIn would refuse the post or its comment, or there is nothing to post. */
export function isTooLong(text: string, firstComment: string): boolean {
  return text.length > POST.most || firstComment.length > COMMENT.most
}

function length(label: string, count: number, { most, comfortable }: typeof POST): Count {
  const level = count > most ? 'over' : count > comfortable ? 'warn' : 'fine'
  const note =
    level === 'over'
      ? `${format(count - most)} too many: LinkedIn refuses it.`
      : level === 'warn'
        ? 'Close to the limit.'
        : ''
  return { label, count, of: format(most), level, note }
}

const format = (units: number) => units.toLocaleString('en-GB')
