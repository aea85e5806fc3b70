import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import type { WorkshopId } from '@shared/studio/schema'
import { IconArrowBackUp, IconArrowForwardUp, IconFileExport, IconTrash } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../api/ask'
import { Button, IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Icon } from '../../ui/icon'
import { useShortcut } from '../../ui/shortcuts'
import { SkeletonLines } from '../../ui/skeleton'
import { CheckPart } from './check-part'
import { ItemForm, NewItem } from './item-form'
import { ItemList } from './item-list'
import type { Fields } from './new-item'
import { PreviewPart } from './preview-part'
import { RemoveShow } from './remove-show'
import { SECTIONS, type SectionId } from './sections'
import { ShowPart } from './show-part'
import { useExport } from './use-export'
import { type Place, useEdits, useWorkshop, WorkshopContext } from './use-workshop'
import styles from './workshop-room.module.css'

interface RoomProps {
  readonly workshopId: WorkshopId
  readonly onClosed: () => void
}

/** The open workshop: its sections, the items of one, and the form of one of these. */
export function WorkshopRoom({ workshopId, onClosed }: RoomProps) {
  const { data: outline, error } = useAsk('studio', 'outline', { workshopId })
  const [place, setPlace] = useState<Place>({ section: 'show', kind: null, key: null, parent: null })
  const [drafts] = useState(() => new Map<string, Fields>())
  const go = useCallback(
    (to: Partial<Place> & Pick<Place, 'section'>) => setPlace({ kind: null, key: null, parent: null, ...to }),
    [],
  )
  useEffect(() => {
    if (error?.code === 'workshop-closed') onClosed()
  }, [error, onClosed])
  const workshop = useMemo(
    () => (outline ? { workshopId, outline, place, go, drafts, onClosed } : null),
    [workshopId, outline, place, go, drafts, onClosed],
  )
  if (!workshop) return <SkeletonLines />
  return (
    <WorkshopContext value={workshop}>
      <Room />
    </WorkshopContext>
  )
}

function Room() {
  const { workshopId, outline, place } = useWorkshop()
  const edits = useEdits()
  const { data: findings } = useAsk('studio', 'findings', { workshopId })
  const { exportPack, busy } = useExport()
  const [removing, setRemoving] = useState(false)
  useShortcut('Mod+z', () => void edits.undo())
  useShortcut(['Mod+Shift+z', 'Mod+y'], () => void edits.redo())
  const problems = findings?.total ?? 0
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <h1 className="t-h3">
          {m.studio_title()} <em>{outline.title}</em>
        </h1>
        <span className={styles.version}>{outline.version}</span>
        <div className={styles.end}>
          <IconButton
            label={m.studio_undo()}
            icon={IconArrowBackUp}
            isDisabled={!outline.canUndo}
            onPress={() => void edits.undo()}
          />
          <IconButton
            label={m.studio_redo()}
            icon={IconArrowForwardUp}
            isDisabled={!outline.canRedo}
            onPress={() => void edits.redo()}
          />
          <IconButton label={m.studio_delete_show()} icon={IconTrash} onPress={() => setRemoving(true)} />
          <Button icon={IconFileExport} isPending={busy} onPress={() => void exportPack(problems)}>
            {m.studio_export()}
          </Button>
        </div>
      </header>
      <Sections problems={problems} />
      <SectionBody key={place.section} />
      {removing && <RemoveShow title={outline.title} onClose={() => setRemoving(false)} />}
    </div>
  )
}

function Sections({ problems }: { readonly problems: number }) {
  const { outline, place, go } = useWorkshop()
  const countOf = (id: SectionId): number | null => {
    if (id === 'check') return problems > 0 ? problems : null
    return id === 'preview' || id === 'show' ? null : outline.counts[id as PackKind]
  }
  return (
    <nav className={styles.nav} aria-label={m.studio_sections()}>
      {SECTIONS.map((group) => (
        <ul key={group[0]?.id}>
          {group.map(({ id, name, icon }) => (
            <li key={id}>
              <button
                type="button"
                className={cx(styles.section, id === 'check' && problems > 0 && styles.findings)}
                aria-current={place.section === id ? 'true' : undefined}
                onClick={() => go({ section: id })}
              >
                <Icon of={icon} size="sm" />
                <span>{name()}</span>
                {countOf(id) !== null && <span className={styles.count}>{countOf(id)}</span>}
              </button>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}

function SectionBody() {
  const { place } = useWorkshop()
  const { section, kind, key, parent } = place
  if (section === 'show') return <Sheet wide>{<ShowPart />}</Sheet>
  if (section === 'check') return <Sheet wide>{<CheckPart />}</Sheet>
  if (section === 'preview') return <Sheet wide>{<PreviewPart />}</Sheet>
  const form =
    key === 'new' && kind ? (
      <NewItem key={`${kind} ${parent}`} kind={kind} parent={parent} />
    ) : key !== null ? (
      <ItemForm key={key} kind={kind ?? section} itemKey={key} />
    ) : (
      <p className={styles.hint}>{m.studio_choose()}</p>
    )
  return (
    <>
      <div className={styles.list}>
        <ItemList kind={section} parent={null} main />
      </div>
      <Sheet>{form}</Sheet>
    </>
  )
}

const Sheet = ({
  children,
  wide = false,
}: {
  readonly children: React.ReactNode
  readonly wide?: boolean
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
  <div className={cx(styles.sheet, wide && styles.wide)} tabIndex={0}>
    {children}
  </div>
)
