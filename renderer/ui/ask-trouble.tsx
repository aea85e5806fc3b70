import type { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { Banner } from './banner'
import { Button } from './button'
import { errorWords } from './error-words'

/** What went wrong with an answer, and a way to ask again. */
export function AskTrouble({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  const { title, text } = errorWords(error)
  return (
    <Banner
      kind="error"
      title={title}
      action={
        <Button size="sm" onPress={onRetry}>
          {m.app_try_again()}
        </Button>
      }
    >
      {text}
    </Banner>
  )
}
