import { m } from '@shared/messages'
import { IconMapOff } from '@tabler/icons-react'
import { LinkButton } from '../ui/button'
import { Empty } from '../ui/empty'
import { Page } from '../ui/page'

/** An address without a page. */
export function LostPage() {
  return (
    <Page>
      <Empty
        level={1}
        icon={IconMapOff}
        title={
          <>
            {m.app_lost_title_before()}
            <em>{m.app_lost_title_em()}</em>
          </>
        }
        actions={
          <LinkButton to="/" variant="primary">
            {m.app_crash_home()}
          </LinkButton>
        }
      >
        <p>{m.app_lost_text()}</p>
      </Empty>
    </Page>
  )
}
