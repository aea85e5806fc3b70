import type { Tracker } from '@shared/library/press-schema'
import type { Lifted } from '@shared/veil/schema'

export type OpenTracker = Lifted<Tracker>
