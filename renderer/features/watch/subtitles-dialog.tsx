import { m } from '@shared/messages'
import type { Subtitle, SubtitleTrouble } from '@shared/subtitles/schema'
import { IconFileText, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTell } from '../../api/ask'
import { Button, IconButton } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { sayRefusal } from '../../ui/say-refusal'
import { Select } from '../../ui/select'
import { listed, wholeNumber } from '../../ui/words'
import { LANGUAGES, languageName } from './languages'
import styles from './subtitles-dialog.module.css'
import { SUBTITLE_FILES, type Subtitles } from './use-subtitles'

const TROUBLE_WORDS: Record<SubtitleTrouble['what'], () => string> = {
  time: m.watch_trouble_time,
  backwards: m.watch_trouble_backwards,
  format: m.watch_trouble_format,
}

/** The lines of a file that could not be read, by what is wrong with them. */
function Troubles({ troubles }: { readonly troubles: readonly SubtitleTrouble[] }) {
  const kinds = [...new Set(troubles.map(({ what }) => what))]
  return (
    <details className={styles.troubles}>
      <summary>{m.watch_troubles({ count: troubles.length })}</summary>
      <ul>
        {kinds.map((kind) => {
          const lines = troubles.filter(({ what }) => what === kind).map(({ line }) => wholeNumber(line))
          return (
            <li key={kind}>
              {TROUBLE_WORDS[kind]()} <span className="num">{listed(lines.slice(0, 20))}</span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

interface FileRowProps {
  readonly file: Subtitle
  readonly onRemove: () => void
}

function FileRow({ file, onRemove }: FileRowProps) {
  const { mutate: choose } = useTell('subtitles', 'choose')
  const { mutate: setLanguage } = useTell('subtitles', 'setLanguage')
  const choices =
    LANGUAGES.includes(file.language ?? '') || !file.language ? LANGUAGES : [file.language, ...LANGUAGES]
  return (
    <li className={styles.file}>
      <label className={styles.choice}>
        <input
          type="radio"
          name="subtitles"
          checked={file.chosen}
          onChange={() => choose({ subtitleId: file.id }, { onError: sayRefusal })}
        />
        <span className={styles.name}>{file.name}</span>
      </label>
      <span className={styles.facts}>
        {m.watch_subtitle_facts({
          format: file.format.toUpperCase(),
          encoding: file.encoding,
          count: file.cues,
        })}
      </span>
      <div className={styles.language}>
        <Select
          label={m.watch_language()}
          hideLabel
          value={file.language ?? 'none'}
          choices={[
            { id: 'none', label: m.watch_language_unknown() },
            ...choices.map((tag) => ({ id: tag, label: languageName(tag) })),
          ]}
          onChange={(tag) =>
            setLanguage(
              { subtitleId: file.id, language: tag === 'none' ? null : tag },
              { onError: sayRefusal },
            )
          }
        />
      </div>
      <IconButton icon={IconTrash} label={m.watch_subtitles_remove({ name: file.name })} onPress={onRemove} />
      {file.troubles.length > 0 && <Troubles troubles={file.troubles} />}
    </li>
  )
}

interface SubtitlesDialogProps {
  readonly subtitles: Subtitles
  readonly onClose: () => void
}

/** The subtitle files of this episode: which one is read from, in which language, and what of it could not be read. */
export function SubtitlesDialog({
  subtitles: { list, add, remove, reading },
  onClose,
}: SubtitlesDialogProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <Dialog title={m.watch_subtitles()} size="lg" isOpen onOpenChange={(open) => !open && onClose()}>
      {list.length === 0 ? (
        <p className="muted">{m.watch_subtitles_none()}</p>
      ) : (
        <ul className={styles.files}>
          {list.map((file) => (
            <FileRow key={file.id} file={file} onRemove={() => remove(file)} />
          ))}
        </ul>
      )}
      {reading && (
        <p role="status" className={styles.reading}>
          <Icon of={IconFileText} size="sm" /> {m.watch_subtitles_reading({ count: reading.cues })}
        </p>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        accept={SUBTITLE_FILES.join(',')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) void add(file)
        }}
      />
      <DialogActions>
        <Button variant={list.length === 0 ? 'primary' : 'secondary'} onPress={() => picker.current?.click()}>
          {m.watch_choose_file()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
