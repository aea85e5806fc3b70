import type { CardPage } from '@shared/boards/schema'
import type { Lifted } from '@shared/veil/schema'
import type { OpenCard } from '../lanes/lanes'

/** A card's own page, when it may be read. */
export type PageOfCard = Lifted<CardPage>

/** A page as the parts of a card's face take it. */
export const faceOf = ({ evidence: _evidence, ...page }: PageOfCard): OpenCard => ({
  ...page,
  excerpt: '',
  evidence: [],
})
