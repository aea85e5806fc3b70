import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './button.module.css'
import { Icon, type IconDrawing } from './icon'
import { Keys } from './kbd'

interface Look {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'sm' | 'md' | 'lg'
  readonly icon?: IconDrawing
  /** The keys that do the same, shown at the end of the button. */
  readonly keys?: readonly string[]
  readonly children?: ReactNode
}

type Pressable = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  readonly ref?: Ref<HTMLButtonElement>
}

const lookOf = ({ variant = 'secondary', size = 'md' }: Look, extra = '') =>
  [styles.button, styles[variant], styles[size], extra].filter(Boolean).join(' ')

const iconSize = (size: Look['size']) => (size === 'sm' ? 'sm' : 'md')

/** A button in one of the four weights. One primary on a screen. Works as the trigger of a menu or dialog. */
export function Button({ variant, size, icon, keys, children, ...rest }: Look & Pressable) {
  return (
    <AriaButton {...rest} className={lookOf({ ...(variant && { variant }), ...(size && { size }) })}>
      {icon && <Icon of={icon} size={iconSize(size)} />}
      {children}
      {keys && <Keys of={keys} />}
    </AriaButton>
  )
}

interface IconButtonProps extends Pressable {
  /** What it does, for everybody: spoken, and shown when the pointer rests on it. */
  readonly label: string
  readonly icon: IconDrawing
  readonly size?: 'sm' | 'md' | 'lg'
  readonly variant?: Look['variant']
}

/** A button that is only an icon. */
export function IconButton({ label, icon, size = 'md', variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <span className={styles.tip} title={label}>
      <AriaButton {...rest} aria-label={label} className={lookOf({ variant, size }, styles.icon)}>
        <Icon of={icon} size={iconSize(size)} />
      </AriaButton>
    </span>
  )
}

type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'children' | 'className'> & {
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A link to a page of the app that looks like a button: `<LinkButton to="/recap" variant="primary">`. */
export const LinkButton = createLink(
  ({ variant, size, icon, keys, children, ...rest }: Look & AnchorProps) => (
    <a {...rest} className={lookOf({ ...(variant && { variant }), ...(size && { size }) })}>
      {icon && <Icon of={icon} size={iconSize(size)} />}
      {children}
      {keys && <Keys of={keys} />}
    </a>
  ),
)

/** A link to a page of the app, in a sentence or at the end of a head: `<TextLink to="/cast">`. */
export const TextLink = createLink(
  ({ children, ...rest }: AnchorProps & { readonly children?: ReactNode }) => (
    <a {...rest} className="link">
      {children}
    </a>
  ),
)

/** A button that reads as a link: for an action in a sentence, or a page outside the app. */
export function TextButton({ children, ...rest }: Pressable & { readonly children: ReactNode }) {
  return (
    <AriaButton {...rest} className="link">
      {children}
    </AriaButton>
  )
}
