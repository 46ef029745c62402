import type { ComponentProps } from 'react'

/** A picture in a size that has been made already: next/image would make its own of it. */
export function Picture({ alt, ...props }: ComponentProps<'img'> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: see above
  return <img alt={alt} {...props} />
}
