import { tidyTags } from '@shared/notes/rules'
import type { NoteDraft } from '@shared/notes/schema'
import { useAsk } from '../../api/ask'
import type { Writing } from './draft'
import type { Words } from './editor/complete'
import { useKnownRoles } from './use-known-roles'

/** What the editor of a note completes: the show's tags, and the names that may be known. */
export function useCompletions(draft: NoteDraft, onChange: (writing: Partial<Writing>) => void): Words {
  const facets = useAsk('notes', 'facets', { showId: draft.showId }, { keepLast: true })
  const roles = useKnownRoles()
  return {
    tags: () => facets.data?.tags.map(({ tag }) => tag) ?? [],
    names: () => roles.map(({ name, shortName }) => ({ name, shortName })),
    onTag: (tag) => onChange({ tags: tidyTags([...draft.tags, tag]) }),
  }
}
