import type { ComponentType } from 'react'

const PIXELS = { sm: 14, md: 16, lg: 20, picture: 72 } as const

/** A Tabler icon or one of ours (`marks.tsx`). */
export type IconDrawing = ComponentType<{
  size?: number | string
  stroke?: number | string
  className?: string
}>

interface IconProps {
  readonly of: IconDrawing
  readonly size?: keyof typeof PIXELS
  readonly className?: string
}

/**
 * An icon in the app's weight. It is decoration: the words beside it, or the label of its button, say it.
 *
 * @example <Icon of={IconFeather} size="sm" />
 */
export function Icon({ of: Drawing, size = 'md', className }: IconProps) {
  return (
    <span aria-hidden="true" style={{ display: 'inline-grid', flex: 'none' }}>
      <Drawing
        size={PIXELS[size]}
        stroke={size === 'picture' ? 0.5 : 1.5}
        {...(className ? { className } : {})}
      />
    </span>
  )
}
