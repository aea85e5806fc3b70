import type { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { errorWords } from '../../ui/error-words'

/** Why a page of the cast could not be read, and the way to try again. */
export function AskTrouble({
  asked,
}: {
  readonly asked: { readonly error: AppError | null; readonly refetch: () => unknown }
}) {
  if (!asked.error) return null
  const { title, text } = errorWords(asked.error)
  return (
    <Banner
      kind="error"
      title={title}
      action={
        <Button size="sm" onPress={() => void asked.refetch()}>
          {m.app_try_again()}
        </Button>
      }
    >
      {text}
    </Banner>
  )
}
