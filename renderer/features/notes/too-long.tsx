import { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { LONGEST_BODY, type NoteDraft } from '@shared/notes/schema'
import { IconFileExport } from '@tabler/icons-react'
import { client } from '../../api/client'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import { wholeNumber } from '../../ui/words'

/** What to do with a text that no note can hold. It stays in the editor meanwhile. */
export function TooLong({ draft }: { readonly draft: NoteDraft }) {
  const save = async () => {
    try {
      const bytes = new TextEncoder().encode(draft.body)
      const { saved, name } = await client.desktop.saveFile({
        name: `${m.notes_file_name()}.md`,
        kind: 'md',
        bytes,
      })
      if (saved) toasts.show({ text: m.notes_file_saved({ name: name ?? '' }) })
    } catch (error) {
      sayRefusal(error instanceof AppError ? error : new AppError('internal', String(error)))
    }
  }
  return (
    <Banner
      kind="error"
      title={m.notes_too_long_title()}
      action={
        <Button size="sm" icon={IconFileExport} onPress={() => void save()}>
          {m.notes_save_file()}
        </Button>
      }
    >
      {m.notes_too_long_text({ length: wholeNumber(draft.body.length), most: wholeNumber(LONGEST_BODY) })}
    </Banner>
  )
}
