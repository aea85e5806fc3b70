import { m } from '@shared/messages'
import { IconTable } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { Button } from '../../../ui/button'
import { Keys } from '../../../ui/kbd'
import type { EpisodeMarks } from '../episode-marks'
import styles from './aside.module.css'
import { Changes } from './changes'
import { ChosenRole } from './chosen-role'
import { ExportMenu } from './export-menu'
import { Legend } from './legend'
import { ToCome } from './to-come'
import type { RelationsState } from './use-relations'

interface AsideProps {
  readonly state: RelationsState
  readonly marks: EpisodeMarks
  readonly svg: RefObject<SVGSVGElement | null>
}

/** What changes in the episode, what the lines mean, and what else can be done with the picture. */
export function RelationsAside({ state, marks, svg }: AsideProps) {
  const { field, at, asTable, showTable, choose } = state
  if (!field) return <aside className={styles.aside} aria-label={m.cast_tab_relations()} />
  return (
    <aside className={styles.aside} aria-label={m.cast_tab_relations()}>
      <ChosenRole state={state} marks={marks} />
      <Changes field={field} at={at} marks={marks} />
      <Legend state={state} />
      <ToCome veiled={field.relations.veiled} marks={marks} />
      <div className={styles.foot}>
        <div className={styles.buttons}>
          <Button icon={IconTable} keys={['T']} onPress={() => showTable(!asTable)}>
            {asTable ? m.cast_relations_as_picture() : m.cast_relations_as_table()}
          </Button>
          {!asTable && <ExportMenu at={at} marks={marks} svg={svg} onWhole={() => choose(null)} />}
        </div>
        <p className={styles.hint}>
          <Keys of={['[', ']']} /> {m.cast_relations_hint_step()}
        </p>
        <p className={styles.hint}>
          <Keys of={['Tab']} /> {m.cast_relations_hint_next()} <Keys of={['Space']} />{' '}
          {m.cast_relations_hint_play()}
        </p>
      </div>
    </aside>
  )
}
