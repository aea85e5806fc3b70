import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconCheck } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useShow } from '../api/current-show'
import { Button, TextButton } from '../ui/button'
import { cx } from '../ui/cx'
import { Icon } from '../ui/icon'
import { Veil } from '../ui/veil'
import { episodeCode, episodeLabel, episodeName, seasonName } from '../ui/words'
import styles from './lens.module.css'
import { LensRunning } from './lens-running'
import { useReadingLine } from './use-reading-line'

const START = 0

function EpisodeItem({ episode }: { readonly episode: Episode }) {
  const { details, viewings } = episode
  const title = details.veiled ? null : details.title
  return (
    <ListBoxItem id={episode.ordinal} className={cx(styles.item)} textValue={episodeName(episode, title)}>
      <span className={styles.code}>{episodeCode(episode)}</span>
      <span className={styles.title}>
        {title ?? (
          <Veil
            form="inline"
            brief
            safeAfter={details.veiled && details.safeAfter === episode.ordinal ? episodeLabel(episode) : null}
          />
        )}
      </span>
      {viewings > 0 && (
        <span className={styles.seen}>
          <Icon of={IconCheck} size="sm" />
          {m.app_lens_seen()}
        </span>
      )}
    </ListBoxItem>
  )
}

interface LensPanelProps {
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

/** All episodes by season: choose one, then read as of it or say that it has been watched. */
export function LensPanel({ trigger, onClose }: LensPanelProps) {
  const { page, reach, episodeByOrdinal } = useShow()
  const { readAsOf, markThrough } = useReadingLine()
  const [picked, setPicked] = useState<number>(reach ?? START)
  const episode = episodeByOrdinal(picked)
  const next = episodeByOrdinal((reach ?? START) + 1)
  const run = episodeByOrdinal(page?.reading.watchedRun ?? null)
  const close = (act: () => void) => () => {
    act()
    onClose()
  }
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      offset={6}
      maxHeight={560}
      className={cx(styles.pop)}
    >
      <Dialog className={cx(styles.panel)} aria-label={m.app_lens_title()}>
        <div className={styles.head}>
          <h2 className="t-h4">{m.app_lens_title()}</h2>
          <p>{m.app_lens_about()}</p>
        </div>
        <ListBox
          aria-label={m.app_lens_episodes()}
          className={cx(styles.list)}
          selectionMode="single"
          selectionBehavior="replace"
          onAction={(key) => close(() => readAsOf(Number(key)))()}
          disallowEmptySelection
          selectedKeys={[picked]}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) setPicked(Number(key))
          }}
          autoFocus
        >
          <ListBoxItem id={START} className={cx(styles.item)} textValue={m.app_lens_before()}>
            <span className={styles.code}>–</span>
            <span className={styles.title}>{m.app_lens_before()}</span>
          </ListBoxItem>
          {page?.seasons.map((season) => (
            <ListBoxSection key={season.id} aria-label={seasonName(season.number)}>
              <Header className={cx(styles.season)}>{seasonName(season.number)}</Header>
              {season.episodes.map((one) => (
                <EpisodeItem key={one.id} episode={one} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
        {next && <LensRunning next={next} />}
        <div className={styles.foot}>
          <Button variant="primary" onPress={close(() => readAsOf(picked))}>
            {m.app_lens_read()}
          </Button>
          <Button isDisabled={!episode} onPress={close(() => episode && markThrough(episode))}>
            {m.app_lens_watched()}
          </Button>
          {page?.reading.byHand && (
            <span className={styles.follow}>
              <TextButton onPress={close(() => readAsOf(null))}>
                {run ? m.app_lens_follow_at({ episode: episodeLabel(run) }) : m.app_lens_follow()}
              </TextButton>
            </span>
          )}
        </div>
      </Dialog>
    </Popover>
  )
}
