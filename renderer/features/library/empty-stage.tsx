import { m } from '@shared/messages'
import { toReach } from '@shared/veil/reach'
import { IconFolderOpen, IconPlayerPlay, IconTheater, IconTools } from '@tabler/icons-react'
import { useAsk, useTell } from '../../api/ask'
import { Banner } from '../../ui/banner'
import { Button, LinkButton } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { errorWords } from '../../ui/error-words'
import { Page } from '../../ui/page'
import { usePackImport } from './pack-import'
import { usePackChooser } from './use-pack-chooser'

/** No show yet: a pack file can be opened, or the show that came with the app. */
export function EmptyStage() {
  const { data: packs } = useAsk('exchange', 'bundled', undefined)
  const start = useTell('exchange', 'start')
  const { importing } = usePackImport()
  const choose = usePackChooser()
  return (
    <Page>
      <Empty
        level={1}
        icon={IconTheater}
        title={
          <>
            {m.library_empty_before()}
            <em>{m.library_empty_em()}</em>
          </>
        }
        actions={
          <>
            <Button variant="primary" icon={IconFolderOpen} isDisabled={importing} onPress={choose}>
              {m.library_empty_open()}
            </Button>
            {packs?.map(({ id, title }) => (
              <Button
                key={id}
                icon={IconPlayerPlay}
                isPending={start.isPending}
                onPress={() => start.mutate({ packId: id, watchedThrough: toReach(0) })}
              >
                {m.library_empty_start({ show: title })}
              </Button>
            ))}
            <LinkButton to="/workshop/new" icon={IconTools}>
              {m.library_empty_make()}
            </LinkButton>
          </>
        }
      >
        <p>{m.library_empty_text()}</p>
      </Empty>
      {start.isError && (
        <Banner kind="error" title={errorWords(start.error).title}>
          {errorWords(start.error).text}
        </Banner>
      )}
    </Page>
  )
}
