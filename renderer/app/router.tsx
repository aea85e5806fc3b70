import { m } from '@shared/messages'
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { ProgrammePage } from '../features/library/programme-page'
import { Crash } from './crash'
import { Frame } from './frame'
import { LostPage } from './lost-page'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's name, for the window's title. Never a text that could spoil. */
    readonly title?: () => string
  }
  interface Register {
    router: typeof router
  }
}

const root = createRootRoute({ component: Frame, notFoundComponent: LostPage })
const getParentRoute = () => root

// The first page comes with the app; each other one is a file of its own that is fetched when it is visited.
const programme = createRoute({
  getParentRoute,
  path: '/',
  staticData: { title: m.app_nav_programme },
  component: ProgrammePage,
})
const episodes = createRoute({
  getParentRoute,
  path: '/episodes',
  // the episode that a link led to
  validateSearch: ({ at }: Record<string, unknown>): { at?: number } =>
    typeof at === 'number' ? { at } : {},
  staticData: { title: m.library_episodes },
  component: lazyRouteComponent(() => import('../features/library/episodes-page'), 'EpisodesPage'),
})
const cast = createRoute({
  getParentRoute,
  path: '/cast',
  staticData: { title: m.app_nav_cast },
  component: lazyRouteComponent(() => import('../features/cast/page')),
})
// the role is a part of the same page, which stays while another one is chosen
const role = createRoute({
  getParentRoute: () => cast,
  path: '$roleId',
  staticData: { title: m.app_nav_cast },
})
// so are the map of relations and who is in which episode
const relations = createRoute({
  getParentRoute: () => cast,
  path: 'relations',
  staticData: { title: m.app_nav_cast },
})
const presence = createRoute({
  getParentRoute: () => cast,
  path: 'presence',
  staticData: { title: m.app_nav_cast },
})
const recap = createRoute({
  getParentRoute,
  path: '/recap',
  staticData: { title: m.app_nav_recap },
  component: lazyRouteComponent(() => import('../features/recap/page')),
})
/** A search of nothing but words; one that is not there is empty. */
const words =
  <const Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>) =>
    Object.fromEntries(names.map((name) => [name, String(search[name] ?? '')])) as Record<Name, string>

// drawn by the shell, in a window that nobody sees
const recapPrint = createRoute({
  getParentRoute,
  path: '/print/recap',
  validateSearch: words('job', 'showId', 'view', 'length', 'kind', 'hidden'),
  component: lazyRouteComponent(() => import('../features/recap/print-page')),
})
const watch = createRoute({
  getParentRoute,
  path: '/watch',
  staticData: { title: m.app_nav_watch },
  component: lazyRouteComponent(() => import('../features/watch/page')),
})
// a window of its own, over the film
const overlay = createRoute({
  getParentRoute,
  path: '/overlay',
  component: lazyRouteComponent(() => import('../features/watch/overlay-page')),
})
const speculation = createRoute({
  getParentRoute,
  path: '/speculation',
  staticData: { title: m.app_nav_speculation },
  // the card that a link led to, or the note that becomes one
  validateSearch: ({ card, note }: Record<string, unknown>): { card?: string; note?: string } => ({
    ...(typeof card === 'string' ? { card } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/boards/page')),
})
const record = createRoute({
  getParentRoute,
  path: '/speculation/record',
  // whose; the person's own without
  validateSearch: ({ member }: Record<string, unknown>): { member?: string } =>
    typeof member === 'string' ? { member } : {},
  staticData: { title: m.app_nav_speculation },
  component: lazyRouteComponent(() => import('../features/boards/scores/record-page')),
})
const season = createRoute({
  getParentRoute,
  path: '/speculation/season',
  validateSearch: (search: Record<string, unknown>): { season?: string } =>
    typeof search.season === 'string' ? { season: search.season } : {},
  staticData: { title: m.app_nav_speculation },
  component: lazyRouteComponent(() => import('../features/boards/scores/season-page')),
})
const seasonPrint = createRoute({
  getParentRoute,
  path: '/print/season',
  validateSearch: words('job', 'showId', 'boardId', 'seasonId', 'kind'),
  component: lazyRouteComponent(() => import('../features/boards/scores/season-print-page')),
})
const boardPrint = createRoute({
  getParentRoute,
  path: '/print/board',
  validateSearch: words('job', 'showId', 'boardId', 'as', 'kind'),
  component: lazyRouteComponent(() => import('../features/boards/paper/board-print-page')),
})
const notes = createRoute({
  getParentRoute,
  path: '/notes',
  // the note that a link led to
  validateSearch: ({ note }: Record<string, unknown>): { note?: string } =>
    typeof note === 'string' ? { note } : {},
  staticData: { title: m.app_nav_notes },
  component: lazyRouteComponent(() => import('../features/notes/page')),
})
const settings = createRoute({
  getParentRoute,
  path: '/settings',
  staticData: { title: m.app_nav_settings },
  component: lazyRouteComponent(() => import('../features/settings/settings-page'), 'SettingsPage'),
})

const workshop = createRoute({
  getParentRoute,
  path: '/workshop',
  staticData: { title: m.studio_title },
  component: lazyRouteComponent(() => import('../features/studio/page')),
})
const newShow = createRoute({
  getParentRoute,
  path: '/workshop/new',
  staticData: { title: m.studio_title },
  component: lazyRouteComponent(() => import('../features/studio/new-show-page'), 'NewShowPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    programme,
    episodes,
    cast.addChildren([relations, presence, role]),
    recap,
    recapPrint,
    watch,
    overlay,
    speculation,
    record,
    season,
    seasonPrint,
    boardPrint,
    notes,
    settings,
    workshop,
    newShow,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: Crash,
  defaultPreload: 'intent',
  scrollRestoration: false,
})
