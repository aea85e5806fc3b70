import { QueryClient } from '@tanstack/react-query'

/** Ten minutes, in ms: long enough to come back to a page without waiting, short enough to forget it. */
const KEEP_MS = 600_000

/** The cache of answers. They stay fresh until a topic says otherwise; the core is on this machine, so nothing is tried twice. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: KEEP_MS,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
