import { m } from '@shared/messages'
import { formatTimecode, parseTimecode } from '@shared/timecode'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { IconButton } from '../../../ui/button'
import { ToggleChip } from '../../../ui/chip'
import field from '../../../ui/field.module.css'
import { Select } from '../../../ui/select'
import { episodeLabel } from '../../../ui/words'
import { OUTCOMES } from '../forms'
import type { Fields } from '../new-item'
import { useWorkshop } from '../use-workshop'
import { LateText } from './late-text'
import { Finder } from './picks'
import styles from './picks.module.css'

const NONE = 'none'

interface PlaceProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** The stamp of an item: after which episode it may be read. */
export function StampField({
  label,
  hideLabel = false,
  value,
  onChange,
}: PlaceProps & { readonly hideLabel?: boolean }) {
  const { outline } = useWorkshop()
  const beyond = value !== null && !outline.episodes.some(({ ordinal }) => ordinal === value)
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      value={value === null ? NONE : String(value)}
      onChange={(id) => onChange(id === NONE ? null : Number(id))}
      choices={[
        { id: NONE, label: m.studio_stamp_always() },
        ...outline.episodes.map((episode) => ({
          id: String(episode.ordinal),
          label: m.studio_stamp_after({ episode: episodeLabel(episode) }),
        })),
        ...(beyond ? [{ id: String(value), label: m.studio_stamp_never() }] : []),
      ]}
    />
  )
}

/** The episode that something tells of. */
export function EpisodeField({
  label,
  value,
  onChange,
  optional,
}: PlaceProps & { readonly optional: boolean }) {
  const { outline } = useWorkshop()
  return (
    <Select
      label={label}
      value={value === null ? (optional ? NONE : null) : String(value)}
      onChange={(id) => onChange(id === NONE ? null : Number(id))}
      choices={[
        ...(optional ? [{ id: NONE, label: m.studio_none() }] : []),
        ...outline.episodes.map((episode) => ({
          id: String(episode.ordinal),
          label: `${episodeLabel(episode)} · ${episode.title}`,
        })),
      ]}
    />
  )
}

interface MomentProps {
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly value: number | null
  readonly live: boolean
  readonly onChange: (value: unknown) => void
}

/** The moment of the episode, as a player shows it: `12:41`. What is no time is sent as it is, and refused. */
export function MomentField({ value, onChange, ...rest }: MomentProps) {
  return (
    <LateText
      {...rest}
      placeholder={m.studio_field_moment_example()}
      value={value === null ? '' : formatTimecode(value)}
      onChange={(text) => onChange(text.trim() === '' ? null : (parseTimecode(text) ?? text))}
    />
  )
}

/** The episodes in which somebody is seen. */
export function PlacesField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: readonly number[]
  readonly onChange: (value: number[]) => void
}) {
  const { outline } = useWorkshop()
  return (
    <fieldset className={field.field}>
      <legend className={field.label}>{label}</legend>
      <div className={styles.places}>
        {outline.episodes.map((episode) => (
          <ToggleChip
            key={episode.key}
            isSelected={value.includes(episode.ordinal)}
            onChange={(on) =>
              onChange(
                on
                  ? [...value, episode.ordinal].sort((a, b) => a - b)
                  : value.filter((ordinal) => ordinal !== episode.ordinal),
              )
            }
          >
            {episodeLabel(episode)}
          </ToggleChip>
        ))}
      </div>
    </fieldset>
  )
}

interface Member {
  readonly role: string
  readonly safeAfter: number | null
}

interface MembersProps {
  readonly label: string
  readonly value: readonly Member[]
  readonly names: Readonly<Record<string, string>>
  readonly onChange: (value: Member[]) => void
}

/** Who belongs to a circle, each from the episode that shows it. */
export function MembersField({ label, value, names, onChange }: MembersProps) {
  return (
    <div className={styles.rows}>
      <Finder
        label={label}
        to="role"
        without={new Set(value.map(({ role }) => role))}
        onPick={(role) => onChange([...value, { role, safeAfter: null }])}
      />
      {value.map((member) => {
        const name = names[`role/${member.role}`] ?? member.role
        const others = value.filter((other) => other !== member)
        return (
          <div key={member.role} className={styles.row}>
            <span className={styles.item}>{name}</span>
            <StampField
              label={m.studio_member_since({ name })}
              hideLabel
              value={member.safeAfter}
              onChange={(safeAfter) =>
                onChange(value.map((each) => (each === member ? { ...each, safeAfter } : each)))
              }
            />
            <IconButton label={m.studio_drop({ text: name })} icon={IconX} onPress={() => onChange(others)} />
          </div>
        )
      })}
    </div>
  )
}

/** Another order of the episodes: each can be moved up and down, or left out. */
export function SequenceField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint: string | undefined
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}) {
  const { outline } = useWorkshop()
  const swap = (at: number, to: number) => {
    const moved = value[at]
    if (moved === undefined || to < 0 || to >= value.length) return
    onChange(value.toSpliced(at, 1).toSpliced(to, 0, moved))
  }
  return (
    <div className={field.field}>
      <Finder
        label={label}
        to="episode"
        without={new Set(value)}
        onPick={(key) => onChange([...value, key])}
      />
      {hint && <p className={field.hint}>{hint}</p>}
      <ol className={styles.rows}>
        {value.map((key, at) => {
          const episode = outline.episodes.find((each) => each.key === key)
          const name = episode ? `${episodeLabel(episode)} · ${episode.title}` : key
          return (
            <li key={key} className={styles.item}>
              <span>{name}</span>
              <IconButton
                size="sm"
                label={m.studio_up({ text: name })}
                icon={IconArrowUp}
                isDisabled={at === 0}
                onPress={() => swap(at, at - 1)}
              />
              <IconButton
                size="sm"
                label={m.studio_down({ text: name })}
                icon={IconArrowDown}
                isDisabled={at === value.length - 1}
                onPress={() => swap(at, at + 1)}
              />
              <IconButton
                size="sm"
                label={m.studio_drop({ text: name })}
                icon={IconX}
                onPress={() => onChange(value.filter((other) => other !== key))}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

interface GroupProps {
  readonly value: Fields | null
  readonly live: boolean
  readonly onChange: (value: Fields | null) => void
}

/** Who said it, and as what. Both or neither. */
export function SaidField({ value, live, onChange }: GroupProps) {
  const said = { name: '', role: '', ...value }
  const change = (part: Fields) => {
    const next = { ...said, ...part }
    onChange(next.name === '' && next.role === '' ? null : next)
  }
  return (
    <div className={styles.rows}>
      <LateText
        label={m.studio_field_by()}
        value={String(said.name)}
        live={live}
        onChange={(name) => change({ name, role: said.role || name })}
      />
      <LateText
        label={m.studio_field_by_role()}
        value={String(said.role)}
        live={live}
        onChange={(role) => change({ role })}
      />
    </div>
  )
}

/** The answer that the show gives, with a stamp of its own. */
export function AnswerField({
  value,
  live,
  onChange,
  sources,
}: GroupProps & { readonly sources: readonly string[] }) {
  const { outline } = useWorkshop()
  const [text, episode] = [
    String(value?.text ?? ''),
    Number(value?.episode ?? outline.episodes.at(-1)?.ordinal ?? 1),
  ]
  const change = (part: Fields) =>
    onChange({ outcome: 'yes', episode, safeAfter: episode, sources, ...value, text, ...part })
  return (
    <div className={styles.rows}>
      <LateText
        label={m.studio_field_answer()}
        hint={m.studio_field_answer_hint()}
        rows={2}
        value={text}
        live={live}
        onChange={(typed) => (typed.trim() === '' ? onChange(null) : change({ text: typed }))}
      />
      {value && (
        <div className={styles.group}>
          <Select
            label={m.studio_field_outcome()}
            value={String(value.outcome)}
            choices={Object.entries(OUTCOMES).map(([id, words]) => ({ id, label: words() }))}
            onChange={(outcome) => change({ outcome })}
          />
          <EpisodeField
            label={m.studio_field_answered()}
            optional={false}
            value={episode}
            onChange={(to) =>
              change({ episode: to, safeAfter: Math.max(to ?? 1, Number(value.safeAfter ?? 0)) })
            }
          />
          <StampField
            label={m.studio_field_stamp()}
            value={value.safeAfter === null ? null : Number(value.safeAfter)}
            onChange={(safeAfter) => change({ safeAfter })}
          />
        </div>
      )}
    </div>
  )
}
