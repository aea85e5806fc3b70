import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import { Checkbox } from '../../../ui/checkbox'
import field from '../../../ui/field.module.css'
import { Select } from '../../../ui/select'
import { episodeLabel } from '../../../ui/words'
import type { FieldSpec } from '../forms'
import type { Fields } from '../new-item'
import { useWorkshop } from '../use-workshop'
import { LateText } from './late-text'
import {
  AnswerField,
  EpisodeField,
  MembersField,
  MomentField,
  PlacesField,
  SaidField,
  SequenceField,
  StampField,
} from './more-picks'
import { Pick, Picks } from './picks'
import { PictureField } from './picture-field'

const NONE = 'none'

/** What is short enough to stand beside another one. */
const HALF: ReadonlySet<FieldSpec['as']> = new Set([
  'number',
  'date',
  'choice',
  'episode',
  'stamp',
  'moment',
  'reference',
])

/** What says its own error, under the text. */
const SAYS_IT: ReadonlySet<FieldSpec['as']> = new Set(['line', 'tall', 'area', 'number', 'moment'])

interface ItemFieldProps {
  readonly kind: PackKind
  readonly itemKey: string | null
  readonly spec: FieldSpec
  readonly fields: Fields
  readonly names: Readonly<Record<string, string>>
  readonly error: string | undefined
  readonly autoFocus: boolean
  readonly onChange: (value: unknown) => void
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const listOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : [])

/** What is typed into a number's field: a number, nothing, or the text itself, which is refused. */
const toNumber = (text: string): unknown => {
  const plain = text
    .trim()
    .replace(/[\s\u202f\u00a0]/g, '')
    .replace(',', '.')
  if (plain === '') return null
  return Number.isFinite(Number(plain)) ? Number(plain) : text
}

/** One field of an item, drawn as its kind needs. */
export function ItemField(props: ItemFieldProps) {
  const { spec, fields, error, onChange } = props
  return (
    <div data-field={spec.field} {...(HALF.has(spec.as) ? { 'data-half': true } : {})}>
      <Drawn {...props} />
      {error && !SAYS_IT.has(spec.as) && (
        <p className={field.error} role="alert">
          {error}
        </p>
      )}
      {spec.as === 'flag' && (
        <Checkbox isSelected={fields[spec.field] === true} onChange={onChange}>
          {spec.label()}
        </Checkbox>
      )}
      {spec.as === 'flag' && spec.hint && <p className={field.hint}>{spec.hint()}</p>}
    </div>
  )
}

function Drawn({ kind, itemKey, spec, fields, names, error, autoFocus, onChange }: ItemFieldProps) {
  const { outline } = useWorkshop()
  const label = spec.label()
  const hint = spec.hint?.()
  const value = fields[spec.field]
  const live = itemKey === null
  const text = { label, hint, error, autoFocus, live }
  switch (spec.as) {
    case 'line':
    case 'tall':
    case 'area':
      return (
        <LateText
          {...text}
          {...(spec.as === 'line' ? {} : { rows: 3 })}
          value={String(value ?? '')}
          onChange={(typed) => {
            const said = spec.as === 'tall' ? typed.replace(/\s*\n\s*/g, ' ') : typed
            onChange(spec.optional && said.trim() === '' ? null : said)
          }}
        />
      )
    case 'picture':
      return <PictureField label={label} hint={hint} value={String(value ?? '')} onChange={onChange} />
    case 'lines':
      return (
        <LateText
          {...text}
          hint={m.studio_field_lines_hint()}
          value={listOf<string>(value).join(', ')}
          onChange={(typed) =>
            onChange(
              typed
                .split(',')
                .map((name) => name.trim())
                .filter(Boolean),
            )
          }
        />
      )
    case 'date':
      return (
        <LateText
          {...text}
          hint={hint ?? m.studio_field_date_hint()}
          value={String(value ?? '')}
          onChange={(typed) => onChange(typed.trim() === '' ? null : typed.trim())}
        />
      )
    case 'number':
      return (
        <LateText
          {...text}
          value={value === null || value === undefined ? '' : String(value)}
          onChange={(typed) => onChange(toNumber(typed))}
        />
      )
    case 'moment':
      return <MomentField {...text} value={numberOf(value)} onChange={onChange} />
    case 'stamp':
      return <StampField label={label} value={numberOf(value)} onChange={onChange} />
    case 'episode':
      return (
        <EpisodeField
          label={label}
          optional={spec.optional === true}
          value={numberOf(value)}
          onChange={onChange}
        />
      )
    case 'places':
      return <PlacesField label={label} value={listOf<number>(value)} onChange={onChange} />
    case 'choice': {
      const choices = Object.entries(spec.choices).map(([id, words]) => ({ id, label: words() }))
      return (
        <Select
          label={label}
          choices={spec.optional ? [{ id: NONE, label: m.studio_none() }, ...choices] : choices}
          value={value === null ? NONE : String(value)}
          onChange={(id) => onChange(id === NONE ? null : id)}
        />
      )
    }
    case 'reference': {
      if (spec.to === 'season' || spec.to === 'episode') {
        const choices =
          spec.to === 'season'
            ? outline.seasons.map(({ key, number }) => ({ id: key, label: m.studio_season({ number }) }))
            : outline.episodes.map((episode) => ({
                id: episode.key,
                label: `${episodeLabel(episode)} · ${episode.title}`,
              }))
        return <Select label={label} choices={choices} value={String(value ?? '')} onChange={onChange} />
      }
      return (
        <Pick
          label={label}
          to={spec.to}
          value={typeof value === 'string' ? value : null}
          names={names}
          optional={spec.optional === true}
          onChange={onChange}
        />
      )
    }
    case 'references':
      return (
        <Picks
          label={label}
          hint={hint}
          to={spec.to}
          self={itemKey}
          value={listOf<string>(value)}
          names={names}
          onChange={onChange}
        />
      )
    case 'members':
      return <MembersField label={label} value={listOf(value)} names={names} onChange={onChange} />
    case 'sequence':
      return <SequenceField label={label} hint={hint} value={listOf<string>(value)} onChange={onChange} />
    case 'said':
      return <SaidField value={(value ?? null) as Fields | null} live={live} onChange={onChange} />
    case 'answer':
      return (
        <AnswerField
          key={kind}
          value={(value ?? null) as Fields | null}
          live={live}
          sources={listOf<string>(fields.sources)}
          onChange={onChange}
        />
      )
    case 'flag':
      return null
  }
}
