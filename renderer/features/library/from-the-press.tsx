import type { Bulletin, Press } from '@shared/library/press-schema'
import type { ShowPage } from '@shared/library/schema'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { IconCalendarDown, IconDots } from '@tabler/icons-react'
import { IconButton } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu'
import { longDate } from '../../ui/words'
import { AudienceFigures } from './audience-figures'
import styles from './from-the-press.module.css'
import { saveAirDates } from './save-air-dates'
import { SeasonStatuses } from './season-status'
import { SourceLinks } from './source-links'
import { Trackers } from './trackers'
import { VeiledNews } from './veiled-news'

type Open = Lifted<Bulletin>

/** The kinds of news in the order in which they are read. */
const KINDS: readonly { readonly kind: Open['kind']; readonly title: () => string }[] = [
  { kind: 'milestone', title: m.library_press_milestones },
  { kind: 'statement', title: m.library_press_statements },
  { kind: 'reception', title: m.library_press_reception },
  { kind: 'story', title: m.library_press_story },
  { kind: 'question', title: m.library_press_questions },
]

/** Newest first; what has no date comes last. Days are compared as they are written: no language has a say in that. */
const byDate = (a: Open, b: Open) => {
  const [first, second] = [a.date ?? '', b.date ?? '']
  return first === second ? 0 : first < second ? 1 : -1
}

function Item({ bulletin }: { readonly bulletin: Open }) {
  const { headline, text, by, date, sources } = bulletin
  return (
    <article className={styles.item}>
      <h4 className={styles.headline}>{headline}</h4>
      {by && <p className={styles.by}>{`${by.name} · ${by.role}`}</p>}
      <p className={styles.text}>{text}</p>
      <div className={styles.foot}>
        {date && <time dateTime={date}>{longDate(date)}</time>}
        <SourceLinks sources={sources} />
      </div>
    </article>
  )
}

/** What can be done with the news as a whole. */
function PressMenu({ page }: { readonly page: ShowPage }) {
  return (
    <MenuTrigger>
      <IconButton label={m.library_more()} icon={IconDots} size="sm" />
      <Menu label={m.library_more()} placement="bottom end">
        <MenuItem icon={IconCalendarDown} onAction={() => void saveAirDates(page.show)}>
          {m.library_calendar_save()}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}

interface FromThePressProps {
  readonly press: Press
  readonly page: ShowPage
}

/** Everything that was announced, said, reported and counted, each with its sources. What would spoil is veiled. */
export default function FromThePress({ press, page }: FromThePressProps) {
  const open = press.bulletins.filter((bulletin): bulletin is Open => !bulletin.veiled)
  const groups = KINDS.map((group) => ({
    ...group,
    items: open.filter(({ kind }) => kind === group.kind).sort(byDate),
  }))
  return (
    <section className={styles.press}>
      <SectionHead title={m.library_press()} end={<PressMenu page={page} />} />
      <SeasonStatuses press={press} page={page} />
      <div className={styles.columns}>
        {groups.map(
          ({ kind, title, items }) =>
            items.length > 0 && (
              <section key={kind} className={styles.group}>
                <h3 className={styles.kind}>{title()}</h3>
                {items.map((bulletin) => (
                  <Item key={bulletin.id} bulletin={bulletin} />
                ))}
              </section>
            ),
        )}
        <VeiledNews
          veils={press.bulletins.flatMap((bulletin) => (bulletin.veiled ? [bulletin] : []))}
          showId={page.show.id}
        />
      </div>
      {press.audience.length > 0 && <AudienceFigures figures={press.audience} showId={page.show.id} />}
      <Trackers press={press} page={page} />
    </section>
  )
}
