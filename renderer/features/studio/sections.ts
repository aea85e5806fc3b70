import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import {
  IconBook2,
  IconChartBar,
  IconChartLine,
  IconCircles,
  IconEye,
  IconHeartHandshake,
  IconListCheck,
  IconListNumbers,
  IconMasksTheater,
  IconMessageQuestion,
  IconMovie,
  IconNews,
  IconPhoto,
  IconPuzzle,
  IconRoute,
  IconStack2,
  IconTheater,
  IconUsers,
} from '@tabler/icons-react'
import type { IconDrawing } from '../../ui/icon'

export type SectionId = PackKind | 'check' | 'preview'

export interface Section {
  readonly id: SectionId
  readonly name: () => string
  readonly icon: IconDrawing
}

/** The parts of a workshop, in the order in which a show is made. */
export const SECTIONS: readonly (readonly Section[])[] = [
  [
    { id: 'show', name: m.studio_show, icon: IconTheater },
    { id: 'season', name: m.studio_seasons, icon: IconStack2 },
    { id: 'episode', name: m.studio_episodes, icon: IconMovie },
  ],
  [
    { id: 'role', name: m.studio_roles, icon: IconMasksTheater },
    { id: 'person', name: m.studio_people, icon: IconUsers },
    { id: 'relationship', name: m.studio_relationships, icon: IconHeartHandshake },
    { id: 'circle', name: m.studio_circles, icon: IconCircles },
  ],
  [
    { id: 'beat', name: m.studio_beats, icon: IconPuzzle },
    { id: 'thread', name: m.studio_threads, icon: IconRoute },
    { id: 'question', name: m.studio_questions, icon: IconMessageQuestion },
  ],
  [
    { id: 'bulletin', name: m.studio_bulletins, icon: IconNews },
    { id: 'audience', name: m.studio_audience, icon: IconChartBar },
    { id: 'tracker', name: m.studio_trackers, icon: IconChartLine },
    { id: 'order', name: m.studio_orders, icon: IconListNumbers },
    { id: 'source', name: m.studio_sources, icon: IconBook2 },
    { id: 'artwork', name: m.studio_artwork, icon: IconPhoto },
  ],
  [
    { id: 'check', name: m.studio_check, icon: IconListCheck },
    { id: 'preview', name: m.studio_preview, icon: IconEye },
  ],
]

/** The name of a kind, for many of them. */
export const KIND_NAMES: Record<PackKind, () => string> = {
  pack: m.studio_pack,
  show: m.studio_show,
  source: m.studio_sources,
  thread: m.studio_threads,
  person: m.studio_people,
  role: m.studio_roles,
  fact: m.studio_facts,
  season: m.studio_seasons,
  episode: m.studio_episodes,
  beat: m.studio_beats,
  relationship: m.studio_relationships,
  circle: m.studio_circles,
  order: m.studio_orders,
  bulletin: m.studio_bulletins,
  audience: m.studio_audience,
  tracker: m.studio_trackers,
  reading: m.studio_readings,
  question: m.studio_questions,
  artwork: m.studio_artwork,
}

/** The name of one of a kind, over its form. */
export const ONE_NAMES: Record<PackKind, () => string> = {
  pack: m.studio_pack,
  show: m.studio_show,
  source: m.studio_one_source,
  thread: m.studio_one_thread,
  person: m.studio_one_person,
  role: m.studio_one_role,
  fact: m.studio_one_fact,
  season: m.studio_one_season,
  episode: m.studio_one_episode,
  beat: m.studio_one_beat,
  relationship: m.studio_one_relationship,
  circle: m.studio_one_circle,
  order: m.studio_one_order,
  bulletin: m.studio_one_bulletin,
  audience: m.studio_one_audience,
  tracker: m.studio_one_tracker,
  reading: m.studio_one_reading,
  question: m.studio_one_question,
  artwork: m.studio_one_artwork,
}

/** What a new one of a kind is called on its button. */
export const NEW_NAMES: Partial<Record<PackKind, () => string>> = {
  source: m.studio_new_source,
  thread: m.studio_new_thread,
  person: m.studio_new_person,
  role: m.studio_new_role,
  fact: m.studio_new_fact,
  season: m.studio_new_season,
  episode: m.studio_new_episode,
  beat: m.studio_new_beat,
  relationship: m.studio_new_relationship,
  circle: m.studio_new_circle,
  order: m.studio_new_order,
  bulletin: m.studio_new_bulletin,
  audience: m.studio_new_audience,
  tracker: m.studio_new_tracker,
  reading: m.studio_new_reading,
  question: m.studio_new_question,
  artwork: m.studio_new_artwork,
}

/** What hangs on an item of a kind and is listed under its form. */
export const CHILDREN: Partial<Record<PackKind, PackKind>> = {
  season: 'episode',
  episode: 'beat',
  role: 'fact',
  tracker: 'reading',
}

/** The kinds whose order means nothing: it cannot be changed. */
export const UNORDERED: ReadonlySet<PackKind> = new Set(['season', 'source', 'person'])
