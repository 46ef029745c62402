'use client'
/** What hangs below a post's words: its picture, a card of its link, or pages to leaf through. */
import { Picture } from './picture.tsx'
import type { Shown } from './post-preview.tsx'

export function Attachment({ post }: { post: Shown }) {
  const { format, title, link, pictures, carousel } = post
  const [picture] = pictures
  if (format === 'picture' && picture)
    return (
      <Picture
        alt={picture.alt}
        className="galley-post__picture"
        height={picture.height}
        src={picture.url}
        width={picture.width}
      />
    )
  if (format === 'document' && carousel) return <Document carousel={carousel} post={post} />
  if (format !== 'link' || link === '') return null
  return (
    // LinkedIn shows the link of a post that nobody paid for with a small picture.
    <div className="galley-post__card">
      {picture && <Picture alt="" src={picture.url} />}
      <div>
        <strong className="galley-post__name">{title}</strong>
        <span className="galley-post__small">{hostOf(link)}</span>
      </div>
    </div>
  )
}

function Document({ carousel, post }: { carousel: NonNullable<Shown['carousel']>; post: Shown }) {
  const cover = post.pictures.find(({ width, height }) => width === height) ?? post.pictures[0]
  return (
    <div className="galley-post__document">
      <p>
        <strong>{post.title}</strong> · {carousel.pages === 1 ? '1 page' : `${carousel.pages} pages`}
      </p>
      {cover && <Picture alt={cover.alt} src={cover.url} />}
      <a href={carousel.url} rel="noreferrer" target="_blank">
        Open the pages
      </a>
    </div>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}
