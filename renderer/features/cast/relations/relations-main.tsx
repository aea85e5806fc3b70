import { m } from '@shared/messages'
import { IconUsers } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { AskTrouble } from '../../../ui/ask-trouble'
import { Empty } from '../../../ui/empty'
import { SkeletonLines } from '../../../ui/skeleton'
import type { EpisodeMarks } from '../episode-marks'
import { RelationsMap } from './map'
import styles from './relations-main.module.css'
import { Scrubber } from './scrubber'
import { RelationsTable } from './table'
import type { RelationsState } from './use-relations'
import { useRelationsKeys } from './use-relations-keys'

interface RelationsMainProps {
  readonly state: RelationsState
  readonly marks: EpisodeMarks
  readonly svg: RefObject<SVGSVGElement | null>
}

/** Who is what to whom as of an episode, as a picture or as a table, and the episodes below. */
export function RelationsMain({ state, marks, svg }: RelationsMainProps) {
  const { asked, field, picture, at, asTable, chosen, choose } = state
  useRelationsKeys(state, true)
  const words = m.cast_relations_caption({
    count: picture?.strands.length ?? 0,
    episode: marks.label(at) ?? m.cast_as_of_start(),
  })
  return (
    <div className={styles.main}>
      {asked.isError && <AskTrouble error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonLines lines={6} />}
      <p className="vh" aria-live="polite">
        {picture ? words : ''}
      </p>
      {field && picture && picture.discs.length === 0 && (
        <Empty
          icon={IconUsers}
          title={
            <>
              {m.cast_relations_empty_before()}
              <em>{m.cast_relations_empty_em()}</em>
            </>
          }
        >
          {m.cast_relations_empty_text()}
        </Empty>
      )}
      {field && picture && picture.discs.length > 0 && !asTable && (
        <RelationsMap
          field={field}
          picture={picture}
          at={at}
          marks={marks}
          chosen={chosen}
          onChoose={choose}
          svg={svg}
        />
      )}
      {field && picture && picture.discs.length > 0 && asTable && (
        <RelationsTable field={field} picture={picture} at={at} marks={marks} caption={words} />
      )}
      <Scrubber state={state} marks={marks} />
    </div>
  )
}
