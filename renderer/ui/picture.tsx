import type { Picture as Shown } from '@shared/library/picture-schema'
import { type ReactNode, useState } from 'react'

interface PictureProps {
  readonly picture: Shown | null
  readonly className?: string | undefined
  /** What stands here when there is no picture, or it is veiled by the time it is asked for. */
  readonly instead?: ReactNode
}

/** A picture of a pack. The core gives its bytes at the moment of drawing, or does not. */
export function Picture({ picture, className, instead = null }: PictureProps) {
  const [failed, setFailed] = useState<string | null>(null)
  if (!picture || failed === picture.id) return instead
  return (
    <img
      src={`app://entracte/picture/${picture.id}`}
      // what is said of a picture is a text: without it, the picture is one for the eyes alone
      alt={picture.alt ?? ''}
      {...(picture.credit ? { title: picture.credit } : {})}
      className={className}
      draggable={false}
      onError={() => setFailed(picture.id)}
    />
  )
}
