import type { Migration } from '../migration'
import { firstLibrary } from './0001-first-library'
import { shield } from './0002-shield'
import { workshop } from './0003-workshop'
import { watching } from './0004-watching'
import { boards } from './0005-boards'

/** Every migration, in order. A new one is added at the end and never changed afterwards. */
export const migrations: readonly Migration[] = [firstLibrary, shield, workshop, watching, boards]
