import type { ErrorCode, ErrorDetails } from '@shared/errors'
import { m } from '@shared/messages'

export interface ErrorWords {
  /** What is true. */
  readonly title: string
  /** What is safe, and what to do. */
  readonly text: string
}

const detail = (details: ErrorDetails, key: string): string | null =>
  Object.hasOwn(details, key) ? String(details[key]) : null

type Words = (details: ErrorDetails) => ErrorWords

const say =
  (title: () => string, text: () => string): Words =>
  () => ({ title: title(), text: text() })

/** One entry for each code: a code without a sentence is a type error. */
const WORDS: Record<ErrorCode, Words> = {
  'invalid-input': say(m.error_invalid_input_title, m.error_invalid_input_text),
  'unknown-method': say(m.error_unknown_method_title, m.error_unknown_method_text),
  'forbidden-sender': say(m.error_forbidden_sender_title, m.error_forbidden_sender_text),
  'not-found': say(m.error_not_found_title, m.error_not_found_text),
  'note-changed': say(m.error_note_changed_title, m.error_note_changed_text),
  cancelled: say(m.error_cancelled_title, m.error_cancelled_text),
  internal: say(m.error_internal_title, m.error_internal_text),
  'core-stopped': say(m.error_core_stopped_title, m.error_core_stopped_text),
  'database-locked': say(m.error_database_locked_title, m.error_database_locked_text),
  'database-read-only': say(m.error_database_read_only_title, m.error_database_read_only_text),
  'database-newer': say(m.error_database_newer_title, m.error_database_newer_text),
  'database-unreadable': say(m.error_database_unreadable_title, m.error_database_unreadable_text),
  'disk-full': say(m.error_disk_full_title, m.error_disk_full_text),
  'pack-unreadable': say(m.error_pack_unreadable_title, m.error_pack_unreadable_text),
  'pack-newer': say(m.error_pack_newer_title, m.error_pack_newer_text),
  'pack-invalid': (details) => {
    const place = detail(details, 'path') ?? detail(details, 'place')
    return {
      title: m.error_pack_invalid_title(),
      text: place ? m.error_pack_invalid_text_at({ place }) : m.error_pack_invalid_text(),
    }
  },
  'pack-unsafe-path': say(m.error_pack_unsafe_path_title, m.error_pack_unsafe_path_text),
  'pack-too-large': say(m.error_pack_too_large_title, m.error_pack_too_large_text),
  'pack-already-here': say(m.error_pack_already_here_title, m.error_pack_already_here_text),
  'workshop-closed': say(m.error_workshop_closed_title, m.error_workshop_closed_text),
  'edit-refused': say(m.error_edit_refused_title, m.error_edit_refused_text),
  'item-in-use': say(m.error_item_in_use_title, m.error_item_in_use_text),
  'link-refused': say(m.error_link_refused_title, m.error_link_refused_text),
  'print-failed': say(m.error_print_failed_title, m.error_print_failed_text),
  'subtitles-unreadable': say(m.error_subtitles_unreadable_title, m.error_subtitles_unreadable_text),
  'subtitles-too-large': say(m.error_subtitles_too_large_title, m.error_subtitles_too_large_text),
  'prediction-closed': say(m.error_prediction_closed_title, m.error_prediction_closed_text),
  'board-newer': say(m.error_board_newer_title, m.error_board_newer_text),
  'file-not-written': say(m.error_file_not_written_title, m.error_file_not_written_text),
}

/**
 * The sentences for an error: what is true, what is safe, what to do.
 *
 * @example const { title, text } = errorWords(query.error)
 */
export const errorWords = (error: { readonly code: ErrorCode; readonly details: ErrorDetails }): ErrorWords =>
  WORDS[error.code](error.details)

/** The file that an error is about, if it names one. */
export const errorFile = (error: { readonly details: ErrorDetails }): string | null =>
  detail(error.details, 'file') ?? detail(error.details, 'path')
