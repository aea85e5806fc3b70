import type { ButtonHTMLAttributes, SyntheticEvent } from 'react'

const stop = (event: SyntheticEvent) => event.stopPropagation()

/**
 * A button on a card. A board draws hundreds of them and a key that moves the focus draws them again, so it is the
 * browser's own and not one of React Aria's; what it hears does not reach the row that it stands in.
 */
export const CardButton = (props: ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button
    type="button"
    onPointerDown={stop}
    onMouseDown={stop}
    onPointerUp={stop}
    onDoubleClick={stop}
    onKeyDown={(event) => {
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
    }}
    {...props}
  />
)
