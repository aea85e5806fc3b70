import { AppError } from '@shared/app-error'
import { language, m } from '@shared/messages'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../api/client'
import { Button, IconButton, LinkButton } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Page, PageHead } from '../../ui/page'
import { sayRefusal } from '../../ui/say-refusal'
import styles from './new-show-page.module.css'

/** The most episodes that a season may have. */
const MOST = 400

interface SeasonRow {
  readonly id: number
  readonly episodes: string
}

const countOf = (text: string): number | null => {
  const count = Number(text.trim())
  return Number.isInteger(count) && count >= 1 && count <= MOST ? count : null
}

/** A show of one's own begins: what it is called, and how many episodes its seasons have. */
export function NewShowPage() {
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [seasons, setSeasons] = useState<readonly SeasonRow[]>([{ id: 1, episodes: '10' }])
  const [tried, setTried] = useState(false)
  const counts = seasons.map(({ episodes }) => countOf(episodes))
  const ready = title.trim() !== '' && counts.every((count) => count !== null)
  const make = async () => {
    setTried(true)
    if (!ready) return
    try {
      const { showId } = await client.studio.create({
        title: title.trim(),
        seasons: counts.flatMap((count) => count ?? []),
        source: m.studio_source_own(),
        episode: m.studio_episode_word(),
        language: language(),
      })
      await client.settings.change({ showId, welcomed: true })
      await navigate({ to: '/workshop' })
    } catch (error) {
      if (error instanceof AppError) sayRefusal(error)
      else throw error
    }
  }
  return (
    <Page>
      <PageHead
        title={
          <>
            {m.studio_create_before()}
            <em>{m.studio_create_em()}</em>
          </>
        }
        under={m.studio_create_text()}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TextField
          label={m.studio_create_title()}
          value={title}
          onChange={setTitle}
          autoFocus
          isInvalid={tried && title.trim() === ''}
          error={m.studio_create_title_missing()}
        />
        {seasons.map(({ id, episodes }, index) => (
          <div key={id} className={styles.season}>
            <TextField
              label={m.studio_create_season({ number: index + 1 })}
              value={episodes}
              inputMode="numeric"
              isInvalid={countOf(episodes) === null}
              error={m.studio_create_count({ most: MOST })}
              onChange={(text) =>
                setSeasons(seasons.map((season) => (season.id === id ? { id, episodes: text } : season)))
              }
            />
            {seasons.length > 1 && (
              <IconButton
                label={m.studio_create_drop({ number: index + 1 })}
                icon={IconX}
                onPress={() => setSeasons(seasons.filter((season) => season.id !== id))}
              />
            )}
          </div>
        ))}
        <div>
          <Button
            size="sm"
            icon={IconPlus}
            onPress={() =>
              setSeasons([
                ...seasons,
                {
                  id: Math.max(...seasons.map(({ id }) => id)) + 1,
                  episodes: seasons.at(-1)?.episodes ?? '10',
                },
              ])
            }
          >
            {m.studio_create_add_season()}
          </Button>
        </div>
        <div className={styles.foot}>
          <Button type="submit" variant="primary" keys={['Enter']}>
            {m.studio_create()}
          </Button>
          <LinkButton to="/" variant="quiet">
            {m.app_cancel()}
          </LinkButton>
        </div>
      </form>
    </Page>
  )
}
