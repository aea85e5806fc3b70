import { m } from '@shared/messages'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button, IconButton } from './button'
import { cx } from './cx'
import styles from './dialog.module.css'

export { DialogTrigger }

interface DialogProps {
  readonly title: ReactNode
  readonly children: ReactNode | ((close: () => void) => ReactNode)
  readonly size?: 'sm' | 'md' | 'lg'
  /** Given when the dialog is opened from outside; inside a `DialogTrigger` they are left out. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly role?: 'dialog' | 'alertdialog'
}

/** A dialog over a scrim. Esc and a click beside it close it; focus goes back where it came from. */
export function Dialog({ title, children, size = 'md', isOpen, onOpenChange, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      className={cx(styles.scrim)}
      isDismissable={role === 'dialog'}
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog className={cx(styles.dialog)} role={role}>
          {({ close }) => (
            <>
              <div className={styles.head}>
                <Heading slot="title" className={cx('t-h3', styles.title)}>
                  {title}
                </Heading>
                {role === 'dialog' && <IconButton label={m.app_close()} icon={IconX} onPress={close} />}
              </div>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The buttons at the foot of a dialog. */
export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.actions}>{children}</div>
)

interface ConfirmProps {
  readonly title: string
  readonly children: ReactNode
  /** The words of the button that does it: a verb. */
  readonly action: string
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Asks before something that cannot be undone. Where undo exists, a toast with undo is better. */
export function ConfirmDialog({ title, children, action, danger = false, onConfirm, ...open }: ConfirmProps) {
  return (
    <Dialog title={title} role="alertdialog" size="sm" {...open}>
      {(close) => (
        <>
          <div className="muted">{children}</div>
          <DialogActions>
            <Button variant="quiet" onPress={close}>
              {m.app_cancel()}
            </Button>
            <Button
              variant={danger ? 'danger' : 'primary'}
              autoFocus
              onPress={() => {
                onConfirm()
                close()
              }}
            >
              {action}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
