import type { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { IconDatabaseX, IconFolderOpen, IconRefresh } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTell } from '../api/ask'
import { client } from '../api/client'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { errorFile, errorWords } from '../ui/error-words'
import { queries } from './queries'
import { TitleBar } from './title-bar'
import styles from './trouble-page.module.css'

/** Instead of every page, when the library cannot be opened: which file, what is safe, what to do. */
export function TroublePage({ error }: { readonly error: AppError }) {
  const { title, text } = errorWords(error)
  const file = errorFile(error)
  const retry = useTell('desktop', 'retryCore')
  useEffect(() => {
    document.title = m.app_name()
  }, [])
  return (
    <div className={styles.trouble}>
      <TitleBar bare />
      <main className={styles.words}>
        <Empty
          level={1}
          icon={IconDatabaseX}
          tone="danger"
          title={title}
          actions={
            <>
              <Button
                variant="primary"
                icon={IconRefresh}
                isPending={retry.isPending}
                onPress={() => retry.mutate(undefined, { onSettled: () => void queries.invalidateQueries() })}
              >
                {m.app_try_again()}
              </Button>
              <Button icon={IconFolderOpen} onPress={() => void client.desktop.revealData()}>
                {m.app_show_in_folder()}
              </Button>
            </>
          }
        >
          <p>{text}</p>
          {file && (
            <p className={styles.file}>
              <span className="vh">{`${m.app_trouble_file()} `}</span>
              {file}
            </p>
          )}
        </Empty>
      </main>
    </div>
  )
}
