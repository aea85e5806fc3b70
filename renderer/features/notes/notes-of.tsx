import { NoteId, type ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { blankNote } from '@shared/notes/blank-note'
import { freshId } from '@shared/uuid'
import { IconFeather, IconTrash } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAsk } from '../../api/ask'
import { client } from '../../api/client'
import { useShow } from '../../api/current-show'
import { AskTrouble } from '../../ui/ask-trouble'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { toasts } from '../../ui/toasts'
import { spelledFirst } from '../../ui/words'
import { FilterColumn } from './filter-column'
import { type Filters, queryOf } from './filters'
import { searchWords } from './highlight'
import { ListEmpty } from './list-empty'
import { ListHead } from './list-head'
import { NoteEditor, type NoteEditorHandle } from './note-editor'
import { NoteLayers } from './note-layers'
import { type How, NoteList, type NoteListHandle } from './note-list'
import { desk, onParted, recoverLeftovers } from './notes-desk'
import styles from './notes-of.module.css'
import { PAGE } from './pages'
import { PickBar } from './pick-bar'
import { removeNote } from './remove-note'
import { useAuthors } from './use-authors'
import { useNoteActs } from './use-note-acts'
import { useNotePages } from './use-note-pages'
import { useNotesKeys } from './use-notes-keys'
import { useNotesState } from './use-notes-state'
import { usePicked } from './use-picked'

interface NotesOfProps {
  readonly showId: ShowId
  /** The note that a link led to. */
  readonly asked: NoteId | null
}

/** Everything that was written about a show: filters, list, editor. */
export function NotesOf({ showId, asked }: NotesOfProps) {
  const { reach, episodeByOrdinal } = useShow()
  const { filters, selected, place, set } = useNotesState(showId, asked)
  const [start] = useState(Math.max(0, place))
  const [sight, setSight] = useState({ first: start, last: start })
  /** A row that was asked for and has not arrived. */
  const [wanted, setWanted] = useState<number | null>(null)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [fresh, setFresh] = useState<NoteId | null>(null)
  const list = useRef<NoteListHandle>(null)
  const editor = useRef<NoteEditorHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const facets = useAsk('notes', 'facets', { showId }, { keepLast: true })
  const authors = useAuthors()
  const nothing = filters.kinds.length === 0
  const query = queryOf(showId, filters)
  const picked = usePicked(query)
  const { first, rowAt, loaded, error, retry } = useNotePages(query, sight, nothing)
  const words = searchWords(filters.search)
  const total = nothing ? 0 : (first?.total ?? 0)
  const at = loaded.find(({ row }) => row.id === selected)?.index ?? -1

  // the page is drawn anew when other pages of rows are wanted, and not for every row that scrolls by
  const onSight = useCallback((from: number, to: number) => {
    const next = {
      first: Math.floor(Math.max(0, from) / PAGE) * PAGE,
      last: Math.floor(Math.max(0, to) / PAGE) * PAGE,
    }
    setSight((now) => (now.first === next.first && now.last === next.last ? now : next))
  }, [])
  const select = (id: NoteId | null) => set({ selected: id })
  const change = (next: Filters) => set({ filters: next })
  const choose = (index: number, how: How = 'one') => {
    const row = rowAt(index)
    if (how === 'toggle') {
      if (row) picked.toggle(index, row.id, selected)
      return
    }
    if (how === 'span') picked.span(index, at)
    else picked.one(index)
    list.current?.scrollTo(index)
    setWanted(row ? null : index)
    if (row) select(row.id)
  }
  const toList = () => list.current?.focus()

  // a first visit opens the first note, so that the page is not half empty
  const firstRow = first?.rows[0]?.id ?? null
  useEffect(() => {
    if (selected === null && firstRow !== null) set({ selected: firstRow })
  }, [selected, firstRow, set])
  useEffect(() => {
    void recoverLeftovers().then((count) => {
      if (count > 0) toasts.show({ text: m.notes_recovered({ count, spelled: spelledFirst(count) }) })
    })
  }, [])
  // what was written into a note that has moved on elsewhere goes on as a note of its own
  useEffect(
    () =>
      onParted((from, to) => {
        if (from === selected) set({ selected: to })
      }),
    [selected, set],
  )
  // a note that was just written comes into sight when it takes its place
  useEffect(() => {
    set({ place: at })
    if (at >= 0) list.current?.scrollTo(at)
  }, [at, set])
  const arrived = wanted === null ? undefined : rowAt(wanted)?.id
  useEffect(() => {
    if (arrived === undefined) return
    setWanted(null)
    set({ selected: arrived })
  }, [arrived, set])

  const write = () => {
    const id = NoteId.parse(freshId())
    const here = filters.episodeId ?? episodeByOrdinal(reach)?.id ?? null
    const kind = filters.kinds.includes('note') ? 'note' : (filters.kinds[0] ?? 'note')
    desk.begin(blankNote(id, showId, { episodeId: here, kind, tags: [...filters.tags] }))
    set({ selected: id, ...(filters.search === '' ? {} : { filters: { ...filters, search: '' } }) })
    setFresh(id)
    setFiltersOpen(false)
  }
  const remove = async () => {
    if (selected === null) return
    const id = selected
    const after = rowAt(at + 1)?.id ?? rowAt(at - 1)?.id ?? null
    const removed = await removeNote(id)
    if (removed === 'failed') return
    select(at < 0 ? firstRow : after)
    if (removed === 'dropped') return
    const restore = () => void client.notes.restore({ id }).then(() => select(id))
    toasts.show({ text: m.notes_deleted(), icon: IconTrash, undo: restore })
  }
  const acts = useNoteActs({
    selected,
    picked,
    rows: loaded,
    onRemoveOne: () => void remove(),
    onRemoved: (ids) => {
      if (selected !== null && ids.includes(selected)) select(null)
    },
    onEdit: () => editor.current?.focusText(),
  })
  useNotesKeys({
    onNew: write,
    onEdit: acts.edit,
    onSearch: () => search.current?.select(),
    onPin: acts.togglePin,
    onDelete: acts.remove,
    onTag: acts.tag,
    onHistory: () => acts.one?.history(),
    onCopyLink: () => acts.one?.copyLink(),
    onJump: () => acts.one?.jump?.(),
    onCard: () => acts.one?.makeCard(),
    onRead: () => editor.current?.toggleReading(),
    onStep: (step, how) => choose(at < 0 ? 0 : Math.max(0, Math.min(total - 1, at + step)), how),
    onEscape: () => {
      if (picked.ids.size > 0) picked.clear()
      else if (filtersOpen) setFiltersOpen(false)
      else if (filters.search !== '') change({ ...filters, search: '' })
    },
  })

  return (
    <div className={styles.notes}>
      <FilterColumn
        facets={facets.data}
        filters={filters}
        authors={authors}
        onChange={change}
        onTrash={acts.openTrash}
        open={filtersOpen}
      />
      <section className={styles.list} aria-label={m.notes_list()}>
        <ListHead
          filters={filters}
          onChange={change}
          first={nothing ? undefined : first}
          searchRef={search}
          onLeaveSearch={toList}
          onNew={write}
          onFilters={() => setFiltersOpen(!filtersOpen)}
        />
        {error && <AskTrouble error={error} onRetry={retry} />}
        {!error && (nothing || first?.total === 0) ? (
          <div className={styles.none}>
            <ListEmpty first={first} filters={filters} onChange={change} onNew={write} />
          </div>
        ) : (
          <NoteList
            handle={list}
            total={total}
            start={start}
            rowAt={rowAt}
            selected={selected}
            at={at}
            words={words}
            picked={picked.ids}
            authors={authors}
            onSelect={choose}
            onAll={picked.all}
            onOpen={acts.edit}
            onMenu={(index, place) => {
              const row = rowAt(index)
              if (!row) return
              if (!picked.ids.has(row.id)) choose(index)
              acts.openMenu(place)
            }}
            onSight={onSight}
          />
        )}
        {picked.ids.size > 0 && (
          <PickBar
            count={picked.ids.size}
            onTag={acts.tag}
            onPin={acts.pin}
            onDelete={acts.remove}
            onClear={picked.clear}
          />
        )}
      </section>
      {selected ? (
        <NoteEditor
          key={`${selected} ${reach}`}
          handle={editor}
          id={selected}
          words={words}
          isFresh={fresh === selected}
          onHistory={() => acts.one?.history()}
          onDelete={() => void remove()}
          onLeave={toList}
          onNote={select}
        />
      ) : (
        <div className={styles.choose}>{first && first.readable > 0 && <Choose onNew={write} />}</div>
      )}
      <NoteLayers showId={showId} acts={acts} known={facets.data?.tags.map(({ tag }) => tag) ?? []} />
    </div>
  )
}

function Choose({ onNew }: { readonly onNew: () => void }) {
  return (
    <Empty
      icon={IconFeather}
      title={
        <>
          {m.notes_choose_before()}
          <em>{m.notes_choose_em()}</em>
        </>
      }
      actions={
        <Button keys={['N']} onPress={onNew}>
          {m.notes_new()}
        </Button>
      }
    />
  )
}
