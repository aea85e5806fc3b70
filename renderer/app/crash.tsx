import { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { IconMoodConfuzed } from '@tabler/icons-react'
import { Button, LinkButton } from '../ui/button'
import { Empty } from '../ui/empty'
import { errorWords } from '../ui/error-words'
import { Page } from '../ui/page'

/** In place of a page that stopped. */
export function Crash({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <Page>
      <Empty
        level={1}
        icon={IconMoodConfuzed}
        tone="danger"
        title={
          <>
            {m.app_crash_title_before()}
            <em>{m.app_crash_title_em()}</em>
          </>
        }
        actions={
          <>
            <Button variant="primary" onPress={reset}>
              {m.app_crash_reopen()}
            </Button>
            <LinkButton to="/">{m.app_crash_home()}</LinkButton>
          </>
        }
      >
        <p>{error instanceof AppError ? errorWords(error).text : m.app_crash_text()}</p>
      </Empty>
    </Page>
  )
}
