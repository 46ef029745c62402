'use client'
/** The post as LinkedIn shows it, before and after somebody asks for more. */
import { type ReactNode, useState } from 'react'
import { Attachment } from './attachment.tsx'
import type { Draft } from './draft.ts'
import { beforeFold, type Device, FOLDS, toParts } from './fold.ts'
import { Picture } from './picture.tsx'
import type { Voice } from './voices.ts'
import './post-preview.css'
import './unseen.css'

export type Shown = Pick<
  Draft,
  'text' | 'firstComment' | 'format' | 'title' | 'link' | 'pictures' | 'carousel'
> & {
  /** Names that LinkedIn makes blue. */
  mentions: string[]
}

/** `voice`: whose post it is. Changes as its text does. */
export function PostPreview({ post, voice }: { post: Shown; voice: Voice }) {
  const [device, setDevice] = useState<Device>('phone')
  const [isWhole, setIsWhole] = useState(false)
  return (
    <section aria-label="Preview" className="galley-post-preview" data-device={device} id="post-preview">
      <div className="galley-post-preview__bar">
        <fieldset>
          <legend className="galley-unseen">Seen on</legend>
          {(Object.keys(FOLDS) as Device[]).map((each) => (
            <button
              aria-pressed={device === each}
              key={each}
              onClick={() => setDevice(each)}
              title={`Folds after ${FOLDS[each]} characters`}
              type="button"
            >
              {each === 'phone' ? 'Phone' : 'Desktop'}
            </button>
          ))}
        </fieldset>
        <button aria-pressed={isWhole} onClick={() => setIsWhole(!isWhole)} type="button">
          {isWhole ? 'Fold it' : 'Show all of it'}
        </button>
      </div>
      <article className="galley-post" dir="auto">
        <Author voice={voice} />
        <PostText device={device} isWhole={isWhole} onMore={() => setIsWhole(true)} post={post} />
        <Attachment post={post} />
        <div aria-hidden="true" className="galley-post__bar">
          <span>Like</span>
          <span>Comment</span>
          <span>Repost</span>
          <span>Send</span>
        </div>
        {post.firstComment.trim() !== '' && <Comment text={post.firstComment} voice={voice} />}
      </article>
    </section>
  )
}

function Author({ voice }: { voice: Voice }) {
  return (
    <header className="galley-post__author">
      <Avatar voice={voice} />
      <div>
        <strong className="galley-post__line">{voice.name}</strong>
        {voice.headline && <span className="galley-post__line galley-post__small">{voice.headline}</span>}
        <span className="galley-post__small">Now · Public</span>
      </div>
    </header>
  )
}

function Avatar({ voice }: { voice: Voice }) {
  const initials = voice.name
    .split(/\s+/)
    .flatMap(([first]) => first ?? [])
    .slice(0, 2)
    .join('')
  return voice.picture ? (
    <Picture alt="" className="galley-post__avatar" data-kind={voice.kind} src={voice.picture} />
  ) : (
    <span aria-hidden="true" className="galley-post__avatar" data-kind={voice.kind}>
      {initials}
    </span>
  )
}

type TextProps = { device: Device; isWhole: boolean; onMore(): void; post: Shown }

function PostText({ device, isWhole, onMore, post: { text, mentions } }: TextProps) {
  if (text.trim() === '')
    return <p className="galley-post__text galley-post__nothing">Nothing is written yet.</p>
  const folded = beforeFold(text, device)
  const isFolded = !isWhole && folded.length < text.length
  return (
    <div className="galley-post__text" id="post-text">
      {toParts(isFolded ? folded : text, mentions, isWhole).map(toNode)}
      {isFolded && (
        <button className="galley-post__more" onClick={onMore} type="button">
          …see more
        </button>
      )}
    </div>
  )
}

function toNode(part: ReturnType<typeof toParts>[number], at: number): ReactNode {
  if (part.kind === 'plain') return part.text
  if ('text' in part) return <b key={at}>{part.text}</b>
  const where = part.kind === 'phone' ? 'A phone' : 'A desktop'
  return (
    <i className="galley-post__fold" key={at} title={`${where} folds the post here`}>
      {part.kind}
    </i>
  )
}

function Comment({ text, voice }: { text: string; voice: Voice }) {
  return (
    <div className="galley-post__comment">
      <Avatar voice={voice} />
      <div>
        <strong>{voice.name}</strong>
        <p>{toParts(text, [], false).map(toNode)}</p>
      </div>
    </div>
  )
}
