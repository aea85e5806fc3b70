import type { AppError } from '@shared/app-error'
import { errorWords } from './error-words'
import { toasts } from './toasts'

/** Says in a toast why something was not done: what is true, what is safe, what to do. */
export function sayRefusal(error: AppError): void {
  const { title, text } = errorWords(error)
  toasts.show({ text: `${title} ${text}` })
}
