import { m } from '@shared/messages'
import { IconGripVertical } from '@tabler/icons-react'
import { type CSSProperties, createContext, useContext } from 'react'
import { Button, type ButtonProps } from 'react-aria-components/Button'
import { cx } from '../../../ui/cx'
import { Icon } from '../../../ui/icon'
import styles from './card-face.module.css'

const Drag = createContext<Pick<ButtonProps, 'onPress' | 'isDisabled' | 'aria-describedby'>>({})

/** What the grip of a card does: the row that the card is in knows. */
export const GripProvider = Drag.Provider

/** The pointer drags the row that lies below. */
const BELOW: CSSProperties = { pointerEvents: 'none' }

/** Where the keyboard and screen readers take hold of a card. */
export const Grip = ({ text }: { readonly text: string }) => (
  <Button
    {...useContext(Drag)}
    className={cx(styles.grip)}
    style={BELOW}
    aria-label={m.boards_drag({ card: text })}
  >
    <Icon of={IconGripVertical} size="sm" />
  </Button>
)
