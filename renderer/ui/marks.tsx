import type { ReactNode } from 'react'

interface MarkProps {
  readonly size?: number | string
  readonly stroke?: number | string
  readonly className?: string
}

/** The frame of an icon drawn for Entracte, on the same 24 px grid and with the same props as Tabler's. */
function Drawn({ size = 24, stroke = 2, className, children }: MarkProps & { children: ReactNode }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

/** A closed curtain on its rod. */
export const IconVeil = (props: MarkProps) => (
  <Drawn {...props}>
    <path d="M3 4h18" />
    <path d="M5 4v15c1.6 1.3 3.1 1.3 4.7 0 1.5 1.3 3 1.3 4.6 0 1.6 1.3 3.1 1.3 4.7 0V4" />
    <path d="M9.7 4v15" />
    <path d="M14.3 4v15" />
  </Drawn>
)

/** A curtain drawn aside. */
export const IconUnveil = (props: MarkProps) => (
  <Drawn {...props}>
    <path d="M3 4h18" />
    <path d="M5 4v16c3.6-2.4 5.4-7.6 5.6-16" />
    <path d="M19 4v16c-3.6-2.4-5.4-7.6-5.6-16" />
  </Drawn>
)

/** A wax seal with its check. */
export const IconSeal = (props: MarkProps) => (
  <Drawn {...props}>
    <path d="M12 3l2.1 1.7 2.7-.2 .9 2.5 2.3 1.4-.7 2.6 .7 2.6-2.3 1.4-.9 2.5-2.7-.2L12 19l-2.1-1.7-2.7 .2-.9-2.5L4 13.6 4.7 11 4 8.4 6.3 7l.9-2.5 2.7 .2z" />
    <path d="M9.5 11l1.8 1.8 3.2-3.3" />
  </Drawn>
)

/** The brand: two halves of a stage curtain. */
export const BrandMark = ({ size = 16, className }: MarkProps) => (
  <svg
    className={className}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="currentColor"
    aria-hidden="true"
  >
    <path d="M3 3h7.5c0 8.5-1.4 14-4.6 18H3z" />
    <path d="M21 3h-7.5c0 8.5 1.4 14 4.6 18H21z" />
  </svg>
)
