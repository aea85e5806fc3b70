import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import { IconArrowLeft, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../api/ask'
import { Banner } from '../../ui/banner'
import { Button, IconButton, TextButton } from '../../ui/button'
import { errorWords } from '../../ui/error-words'
import { SectionHead } from '../../ui/head'
import { SkeletonLines } from '../../ui/skeleton'
import { toasts } from '../../ui/toasts'
import { ItemField } from './fields/item-field'
import { FORMS, fieldsShown } from './forms'
import styles from './item-form.module.css'
import { ItemList } from './item-list'
import { blankItem, type Fields, withField } from './new-item'
import { CHILDREN, KIND_NAMES, NEW_NAMES, ONE_NAMES } from './sections'
import { useEdits, useWorkshop } from './use-workshop'

interface FormProps {
  readonly kind: PackKind
  readonly itemKey: string
}

/** The line by which an item is known, from its fields. */
export const lineOf = (kind: PackKind, fields: Fields): string =>
  String(fields[FORMS[kind][0]?.field ?? 'name'] ?? '')

/** An item that is there: every field keeps itself. */
export function ItemForm({ kind, itemKey }: FormProps) {
  const { workshopId, place, go } = useWorkshop()
  const edits = useEdits()
  // a text that is kept as the form goes is refused where nobody sees it: then it is said aloud
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])
  const { data, error } = useAsk('studio', 'item', { workshopId, kind, key: itemKey })
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  if (error)
    return error.code === 'not-found' ? (
      <p className="muted">{m.studio_gone()}</p>
    ) : (
      <Banner kind="error" title={errorWords(error).title}>
        {errorWords(error).text}
      </Banner>
    )
  if (!data) return <SkeletonLines lines={6} />
  const { fields, names } = data
  const change = async (field: string, value: unknown) => {
    const problem = await edits.put(kind, itemKey, { [field]: value })
    if (gone.current && problem) toasts.show({ key: 'studio', text: problem })
    setRefused((others) => ({ ...others, [field]: problem ?? '' }))
  }
  const child = CHILDREN[kind]
  // the show and its pack are one item each, under a heading of their own
  const single = kind === 'show' || kind === 'pack'
  const parent = typeof fields.parent === 'string' ? fields.parent : null
  const inside = place.section !== kind && parent !== null
  return (
    <div className={styles.form}>
      {!single && (
        <div className={styles.head}>
          {inside && place.section in CHILDREN && (
            <Button
              variant="quiet"
              size="sm"
              icon={IconArrowLeft}
              onPress={() =>
                go({ section: place.section, kind: place.section as PackKind, key: parent, parent: null })
              }
            >
              {KIND_NAMES[place.section as PackKind]()}
            </Button>
          )}
          <span className={styles.kind}>{ONE_NAMES[kind]()}</span>
          <IconButton
            label={m.studio_remove({ text: lineOf(kind, fields) })}
            icon={IconTrash}
            onPress={async () => {
              if (!(await edits.remove(kind, itemKey, lineOf(kind, fields)))) return
              go(
                inside
                  ? { section: place.section, kind: place.section as PackKind, key: parent, parent: null }
                  : { section: place.section, key: null },
              )
            }}
          />
        </div>
      )}
      {fieldsShown(kind, fields, false).map((spec) => (
        <ItemField
          key={`${itemKey} ${spec.field}`}
          kind={kind}
          itemKey={itemKey}
          spec={spec}
          fields={fields}
          names={names}
          error={refused[spec.field] || undefined}
          autoFocus={false}
          onChange={(value) => void change(spec.field, value)}
        />
      ))}
      {child && (
        <section className={styles.children}>
          <SectionHead title={KIND_NAMES[child]()} />
          <ItemList kind={child} parent={itemKey} />
        </section>
      )}
    </div>
  )
}

interface NewProps {
  readonly kind: PackKind
  readonly parent: string | null
}

/** An item that is being made. It is there once it has been added, and the next one can be written. */
export function NewItem({ kind, parent }: NewProps) {
  const { outline, workshopId, place, go, drafts } = useWorkshop()
  const edits = useEdits()
  const sources = useAsk('studio', 'list', {
    workshopId,
    kind: 'source',
    parent: null,
    search: '',
    offset: 0,
  })
  const source = sources.data?.rows[0]?.key ?? null
  const [round, setRound] = useState(0)
  const draft = `${kind} ${parent}`
  const [typed, setTyped] = useState<Fields | null>(() => drafts.get(draft) ?? null)
  const [refused, setRefused] = useState('')
  const last = useRef<number | null>(null)
  if (!sources.data) return <SkeletonLines lines={4} />
  const fields = typed ?? blankItem(kind, { outline, parent, source, ordinal: last.current })
  const add = async () => {
    const answer = await edits.add(kind, fields)
    if ('refused' in answer) {
      setRefused(answer.refused)
      return
    }
    setRefused('')
    setTyped(null)
    drafts.delete(draft)
    setRound(round + 1)
    last.current = typeof fields.safeAfter === 'number' ? fields.safeAfter : null
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className={styles.head}>
        <span className={styles.kind}>{NEW_NAMES[kind]?.()}</span>
        <TextButton onPress={() => go({ section: place.section, key: parent, kind: parent ? null : kind })}>
          {m.studio_done()}
        </TextButton>
      </div>
      {fieldsShown(kind, fields, true).map((spec, index) => (
        <ItemField
          key={`${round} ${spec.field}`}
          kind={kind}
          itemKey={null}
          spec={spec}
          fields={fields}
          names={source === null ? {} : { [`source/${source}`]: sources.data.rows[0]?.text ?? '' }}
          error={undefined}
          autoFocus={index === 0}
          onChange={(value) =>
            setTyped((old) => {
              const next = withField(kind, old ?? fields, spec.field, value, outline)
              // left without being added, it is still there when the person comes back
              drafts.set(draft, next)
              return next
            })
          }
        />
      ))}
      {refused && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" icon={IconPlus} keys={['Enter']}>
          {m.studio_add()}
        </Button>
      </div>
    </form>
  )
}
