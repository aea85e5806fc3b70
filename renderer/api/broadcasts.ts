import type { AppContract } from '@shared/contract'
import type { EventName, EventPayload, Topic } from '@shared/ipc'
import type { Query, QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { corridor } from './corridor'

/** The features whose cached answers a topic makes stale. Named alike, but for what reads across. */
const STALE: Record<Topic, readonly string[]> = {
  library: ['library', 'exchange', 'subtitles'],
  cast: ['cast'],
  recap: ['recap'],
  notes: ['notes', 'exchange'],
  members: ['members'],
  boards: ['boards', 'exchange'],
  settings: ['settings'],
  studio: ['studio'],
  watch: ['watch'],
  subtitles: ['subtitles'],
}

/** Asks again for what a command, wherever it came from, has changed. Returns the way to stop. */
export function invalidateByTopic(queries: QueryClient): () => void {
  return corridor().subscribe((broadcast) => {
    if (broadcast.kind !== 'topics') return
    const stale = new Set(broadcast.topics.flatMap((topic) => STALE[topic]))
    const predicate = ({ queryKey }: Query) => stale.has(String(queryKey[0]))
    // a page that is not on screen must not begin with what it held before: the reading line may have moved back
    queries.removeQueries({ type: 'inactive', predicate })
    void queries.invalidateQueries({ predicate })
  })
}

/** Hears an event of the contract while the component is on screen. */
export function useBroadcast<N extends EventName<AppContract>>(
  name: N,
  heard: (payload: EventPayload<AppContract, N>) => void,
): void {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(
    () =>
      corridor().subscribe((broadcast) => {
        if (broadcast.kind !== 'event' || broadcast.name !== name) return
        latest.current(broadcast.payload as EventPayload<AppContract, N>)
      }),
    [name],
  )
}
