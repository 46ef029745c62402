/** Differences of fields: removed struck through, added underlined, so that colour is not all that tells them apart. */
import type { Change } from './compare-items.ts'
import type { Line, Piece } from './difference.ts'

/** `isFirst`: nothing was there before, so nothing is marked as added. */
export function Changes({ changes, isFirst }: { changes: Change[]; isFirst: boolean }) {
  return (
    <dl className="galley-changes" data-first={isFirst}>
      {changes.map(({ field, lines }) => (
        <div data-field={field} key={field}>
          <dt>{field}</dt>
          <dd>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <OneLine isFirst={isFirst} key={at} line={line} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function OneLine({ isFirst, line }: { isFirst: boolean; line: Line }) {
  if (line.kind === 'gap')
    return (
      <p className="galley-changes__gap">{line.count === 1 ? 'One line' : `${line.count} lines`} unchanged</p>
    )
  if (isFirst) return <p>{'text' in line ? line.text : ''}</p>
  const pieces: Piece[] = line.kind === 'changed' ? line.pieces : [line]
  return (
    <p data-kind={line.kind}>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <OnePiece key={at} piece={piece} />
      ))}
    </p>
  )
}

function OnePiece({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'removed') return <del>{text}</del>
  if (kind === 'added') return <ins>{text}</ins>
  return text
}
