import type { RelatedRole } from '@shared/cast/relations-schema'
import type { Style } from '@shared/cast/strands'
import type { RoleId, ShowId } from '@shared/ids'
import { useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../../api/ask'
import { type Field, type Filter, fieldOf, NOTHING_HIDDEN, type Picture, pictureAt } from './field'

/** How long each episode stands while the changes are played, in ms: time to read a sentence or two. */
const PLAY_MS = 1800

export interface RelationsState {
  readonly asked: ReturnType<typeof useAsk<'cast', 'relations'>>
  readonly field: Field | null
  readonly picture: Picture | null
  /** The episode that is looked at; 0 before the first. It moves no reading line. */
  readonly at: number
  readonly through: number
  readonly moveTo: (ordinal: number) => void
  readonly playing: boolean
  readonly togglePlay: () => void
  readonly hidden: Filter
  readonly toggle: {
    readonly style: (style: Style) => void
    readonly group: (group: RelatedRole['group']) => void
    readonly circle: (id: string) => void
  }
  readonly asTable: boolean
  readonly showTable: (asTable: boolean) => void
  /** The role that is looked at, by its id, so that it stays when the reach grows. */
  readonly chosen: RoleId | null
  readonly choose: (id: RoleId | null) => void
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** The relations of a show and how they are looked at. */
export function useRelations(showId: ShowId, enabled: boolean): RelationsState {
  const asked = useAsk('cast', 'relations', { showId }, { keepLast: true, enabled })
  const [wanted, setWanted] = useState<number | null>(null)
  const [playing, setPlaying] = useState(false)
  const [hidden, setHidden] = useState<Filter>(NOTHING_HIDDEN)
  const [asTable, showTable] = useState(false)
  const [chosen, choose] = useState<RoleId | null>(null)

  const data = asked.data
  const through = data?.through ?? 0
  // whoever has moved nothing follows the reading line
  const at = Math.max(0, Math.min(wanted ?? through, through))
  const field = useMemo(() => (data ? fieldOf(data) : null), [data])
  const picture = useMemo(() => (field ? pictureAt(field, at, hidden) : null), [field, at, hidden])

  useEffect(() => {
    if (!playing || !enabled) return
    const step = window.setInterval(() => {
      setWanted((from) => {
        const next = (from ?? through) + 1
        return next >= through ? null : next
      })
    }, PLAY_MS)
    return () => window.clearInterval(step)
  }, [playing, enabled, through])
  useEffect(() => {
    if (playing && at >= through) setPlaying(false)
  }, [playing, at, through])

  const moveTo = (ordinal: number) => {
    const to = Math.max(Math.min(1, through), Math.min(ordinal, through))
    setWanted(to === through ? null : to)
  }
  return {
    asked,
    field,
    picture,
    at,
    through,
    moveTo,
    playing,
    togglePlay: () => {
      if (!playing && at >= through) moveTo(1)
      setPlaying(!playing && through > 1)
    },
    hidden,
    toggle: {
      style: (style) => setHidden((old) => ({ ...old, styles: toggled(old.styles, style) })),
      group: (group) => setHidden((old) => ({ ...old, groups: toggled(old.groups, group) })),
      circle: (id) => setHidden((old) => ({ ...old, circles: toggled(old.circles, id) })),
    },
    asTable,
    showTable,
    chosen,
    choose,
  }
}
