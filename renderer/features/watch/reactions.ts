import { m } from '@shared/messages'
import type { Reaction } from '@shared/notes/schema'
import {
  IconBolt,
  IconGlassFull,
  IconHanger,
  IconHeart,
  IconMoodSmileBeam,
  IconThumbDown,
} from '@tabler/icons-react'
import type { IconDrawing } from '../../ui/icon'

interface ReactionLook {
  readonly reaction: Reaction
  readonly words: () => string
  readonly icon: IconDrawing
  /** The function key that keeps it. */
  readonly key: string
}

/** What a person may feel, in the order of the keys. */
export const REACTIONS: readonly ReactionLook[] = [
  { reaction: 'swoon', words: m.watch_react_swoon, icon: IconHeart, key: 'F1' },
  { reaction: 'gasp', words: m.watch_react_gasp, icon: IconBolt, key: 'F2' },
  { reaction: 'laugh', words: m.watch_react_laugh, icon: IconMoodSmileBeam, key: 'F3' },
  { reaction: 'look', words: m.watch_react_look, icon: IconHanger, key: 'F4' },
  { reaction: 'sante', words: m.watch_react_sante, icon: IconGlassFull, key: 'F5' },
  { reaction: 'ringarde', words: m.watch_react_ringarde, icon: IconThumbDown, key: 'F6' },
]

export const reactionWords = (reaction: Reaction): string =>
  REACTIONS.find((look) => look.reaction === reaction)?.words() ?? ''
