import { m } from '@shared/messages'
import type { About } from '@shared/settings/schema'
import { IconFolderOpen, IconPlus, IconTools } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { Button, LinkButton } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { byteSize } from '../../ui/words'
import { Line } from './line'
import styles from './part.module.css'

/** The file's own name, without its folder. */
const nameOf = (file: string) => file.split(/[\\/]/).at(-1) ?? file

/** Where everything is kept. */
export function DataPart({ about }: { readonly about: About }) {
  const reveal = useTell('desktop', 'revealData')
  return (
    <section>
      <SectionHead title={m.settings_data()} />
      <p className={styles.about}>{m.settings_data_about()}</p>
      <div>
        <Line title={m.settings_data_folder()}>
          <span className={styles.path}>{about.dataFolder}</span>
        </Line>
        <Line title={m.settings_data_file()}>
          <span className={styles.path}>{nameOf(about.dataFile)}</span>
        </Line>
        <Line title={m.settings_data_size()}>
          <span className={styles.path}>{byteSize(about.dataBytes)}</span>
        </Line>
      </div>
      <div className={styles.actions}>
        <Button icon={IconFolderOpen} onPress={() => reveal.mutate(undefined)}>
          {m.settings_data_show()}
        </Button>
        <LinkButton to="/workshop" icon={IconTools}>
          {m.app_show_edit()}
        </LinkButton>
        <LinkButton to="/workshop/new" icon={IconPlus}>
          {m.app_show_new()}
        </LinkButton>
      </div>
    </section>
  )
}
