import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import type { Fields } from './new-item'

type Words = () => string

/** One field of a form. What it holds is told by `as`. */
export type FieldSpec = {
  readonly field: string
  readonly label: Words
  readonly hint?: Words
  /** Whether the form has it, by what the others say; always when absent. */
  readonly when?: (fields: Fields, isNew: boolean) => boolean
} /** `tall` is one line of text with room to read it in. */ & (
  | { readonly as: 'line' | 'tall' | 'area'; readonly optional?: boolean }
  | { readonly as: 'picture' }
  | { readonly as: 'lines' | 'date' | 'flag' | 'moment' | 'stamp' | 'members' | 'sequence' | 'places' }
  | { readonly as: 'number'; readonly optional?: boolean }
  | { readonly as: 'choice'; readonly choices: Readonly<Record<string, Words>>; readonly optional?: boolean }
  | { readonly as: 'episode'; readonly optional?: boolean }
  | { readonly as: 'reference'; readonly to: PackKind; readonly optional?: boolean }
  | { readonly as: 'references'; readonly to: PackKind }
  | { readonly as: 'said' | 'answer' }
)

const TONES = {
  rouge: m.studio_tone_rouge,
  nuit: m.studio_tone_nuit,
  ocre: m.studio_tone_ocre,
  sapin: m.studio_tone_sapin,
  prune: m.studio_tone_prune,
  rose: m.studio_tone_rose,
  ardoise: m.studio_tone_ardoise,
  sable: m.studio_tone_sable,
}
const GROUPS = {
  lead: m.studio_group_lead,
  recurring: m.studio_group_recurring,
  guest: m.studio_group_guest,
  crew: m.studio_group_crew,
}
const RELATIONS = {
  loves: m.studio_relation_loves,
  family: m.studio_relation_family,
  'works-for': m.studio_relation_works_for,
  client: m.studio_relation_client,
  friends: m.studio_relation_friends,
  'at-odds': m.studio_relation_at_odds,
}
const BULLETINS = {
  milestone: m.studio_bulletin_milestone,
  statement: m.studio_bulletin_statement,
  reception: m.studio_bulletin_reception,
  story: m.studio_bulletin_story,
  question: m.studio_bulletin_question,
}
const STAGES = {
  renewed: m.studio_stage_renewed,
  production: m.studio_stage_production,
  trailer: m.studio_stage_trailer,
  premiere: m.studio_stage_premiere,
}
const UNITS = {
  households: m.studio_unit_households,
  people: m.studio_unit_people,
  fans: m.studio_unit_fans,
}
const CARDS = {
  question: m.studio_card_question,
  theory: m.studio_card_theory,
  prediction: m.studio_card_prediction,
}
const PICTURES = {
  poster: m.studio_picture_poster,
  still: m.studio_picture_still,
  portrait: m.studio_picture_portrait,
}
export const OUTCOMES = {
  yes: m.studio_outcome_yes,
  no: m.studio_outcome_no,
  partly: m.studio_outcome_partly,
  open: m.studio_outcome_open,
}

const STAMP: FieldSpec = { field: 'safeAfter', as: 'stamp', label: m.studio_field_stamp }
const MOMENT: FieldSpec = {
  field: 'safeFromMs',
  as: 'moment',
  label: m.studio_field_moment,
  hint: m.studio_field_moment_hint,
}
const SOURCES: FieldSpec = { field: 'sources', as: 'references', to: 'source', label: m.studio_sources }
const NAME: FieldSpec = { field: 'name', as: 'line', label: m.studio_field_name }

/** The fields of every kind's form, in their order. The first is the one that a new item begins with. */
export const FORMS: Record<PackKind, readonly FieldSpec[]> = {
  show: [
    { field: 'title', as: 'line', label: m.studio_field_title },
    {
      field: 'emphasis',
      as: 'line',
      optional: true,
      label: m.studio_field_emphasis,
      hint: m.studio_field_emphasis_hint,
    },
    { field: 'premise', as: 'area', label: m.studio_field_premise, hint: m.studio_field_premise_hint },
    { field: 'creator', as: 'line', optional: true, label: m.studio_field_creator },
    { field: 'network', as: 'line', optional: true, label: m.studio_field_network },
    { field: 'genre', as: 'line', optional: true, label: m.studio_field_genre },
    { field: 'firstAired', as: 'date', label: m.studio_field_first_aired },
    SOURCES,
  ],
  pack: [
    { field: 'title', as: 'line', label: m.studio_field_pack_title },
    { field: 'about', as: 'area', label: m.studio_field_about, hint: m.studio_field_about_hint },
    { field: 'licence', as: 'line', label: m.studio_field_licence, hint: m.studio_field_licence_hint },
    { field: 'language', as: 'line', label: m.studio_field_language },
    { field: 'version', as: 'line', label: m.studio_field_version, hint: m.studio_field_version_hint },
    { field: 'asOf', as: 'date', label: m.studio_field_as_of },
  ],
  source: [
    { field: 'title', as: 'line', label: m.studio_field_title },
    { field: 'url', as: 'line', optional: true, label: m.studio_field_url, hint: m.studio_field_url_hint },
    { field: 'date', as: 'date', label: m.studio_field_date },
  ],
  thread: [NAME, STAMP],
  person: [NAME],
  role: [
    NAME,
    { field: 'shortName', as: 'line', label: m.studio_field_short_name },
    { field: 'person', as: 'reference', to: 'person', optional: true, label: m.studio_field_person },
    { field: 'group', as: 'choice', choices: GROUPS, label: m.studio_field_group },
    { field: 'tone', as: 'choice', choices: TONES, label: m.studio_field_tone },
    { field: 'work', as: 'line', optional: true, label: m.studio_field_work, hint: m.studio_field_work_hint },
    { field: 'firstEpisode', as: 'episode', optional: true, label: m.studio_field_first_episode },
    STAMP,
    MOMENT,
    { field: 'seenIn', as: 'places', label: m.studio_field_seen_in },
    SOURCES,
  ],
  fact: [
    { field: 'text', as: 'line', label: m.studio_field_fact },
    { field: 'episode', as: 'episode', label: m.studio_field_episode },
    STAMP,
    MOMENT,
    SOURCES,
  ],
  season: [
    { field: 'number', as: 'number', label: m.studio_field_number },
    { field: 'safeAfter', as: 'stamp', label: m.studio_field_season_stamp },
  ],
  episode: [
    { field: 'title', as: 'line', label: m.studio_field_title },
    { field: 'parent', as: 'reference', to: 'season', label: m.studio_field_season },
    { field: 'number', as: 'number', label: m.studio_field_number },
    { field: 'special', as: 'flag', label: m.studio_field_special, hint: m.studio_field_special_hint },
    { field: 'airDate', as: 'date', label: m.studio_field_air_date },
    { field: 'runtimeMinutes', as: 'number', optional: true, label: m.studio_field_runtime },
    {
      field: 'standing',
      as: 'area',
      optional: true,
      label: m.studio_field_standing,
      hint: m.studio_field_standing_hint,
    },
    { field: 'writers', as: 'lines', label: m.studio_field_writers },
    { field: 'directors', as: 'lines', label: m.studio_field_directors },
    SOURCES,
  ],
  beat: [
    { field: 'text', as: 'tall', label: m.studio_field_beat },
    { field: 'parent', as: 'reference', to: 'episode', label: m.studio_field_episode },
    STAMP,
    MOMENT,
    { field: 'threads', as: 'references', to: 'thread', label: m.studio_threads },
    { field: 'roles', as: 'references', to: 'role', label: m.studio_roles },
    {
      field: 'buildsOn',
      as: 'references',
      to: 'beat',
      label: m.studio_field_builds_on,
      hint: m.studio_field_builds_on_hint,
    },
    SOURCES,
  ],
  relationship: [
    { field: 'from', as: 'reference', to: 'role', label: m.studio_field_from },
    { field: 'to', as: 'reference', to: 'role', label: m.studio_field_to },
    { field: 'kind', as: 'choice', choices: RELATIONS, label: m.studio_field_kind },
    { field: 'label', as: 'line', label: m.studio_field_label, hint: m.studio_field_label_hint },
    { field: 'labelBack', as: 'line', optional: true, label: m.studio_field_label_back },
    { field: 'text', as: 'line', optional: true, label: m.studio_field_change },
    { field: 'since', as: 'episode', label: m.studio_field_since },
    { field: 'until', as: 'episode', optional: true, label: m.studio_field_until },
    STAMP,
    MOMENT,
    SOURCES,
  ],
  circle: [NAME, STAMP, { field: 'members', as: 'members', label: m.studio_field_members }],
  order: [
    NAME,
    { field: 'episodes', as: 'sequence', label: m.studio_episodes, hint: m.studio_field_sequence_hint },
  ],
  bulletin: [
    { field: 'headline', as: 'line', label: m.studio_field_headline },
    { field: 'text', as: 'area', label: m.studio_field_text },
    { field: 'kind', as: 'choice', choices: BULLETINS, label: m.studio_field_kind },
    { field: 'date', as: 'date', label: m.studio_field_date },
    { field: 'season', as: 'number', optional: true, label: m.studio_field_season },
    { field: 'stage', as: 'choice', choices: STAGES, optional: true, label: m.studio_field_stage },
    { field: 'by', as: 'said', label: m.studio_field_by },
    STAMP,
    SOURCES,
  ],
  audience: [
    { field: 'text', as: 'line', label: m.studio_field_text },
    { field: 'value', as: 'number', label: m.studio_field_value },
    { field: 'unit', as: 'choice', choices: UNITS, label: m.studio_field_unit },
    { field: 'windowDays', as: 'number', optional: true, label: m.studio_field_window },
    STAMP,
    SOURCES,
  ],
  tracker: [
    NAME,
    { field: 'handle', as: 'line', optional: true, label: m.studio_field_handle },
    { field: 'unit', as: 'line', label: m.studio_field_unit },
    STAMP,
    SOURCES,
  ],
  reading: [
    { field: 'point', as: 'line', label: m.studio_field_point, hint: m.studio_field_point_hint },
    { field: 'episode', as: 'episode', label: m.studio_field_episode },
    { field: 'value', as: 'number', optional: true, label: m.studio_field_value },
    { field: 'words', as: 'line', optional: true, label: m.studio_field_words },
    { field: 'note', as: 'line', optional: true, label: m.studio_field_note },
    { field: 'disputed', as: 'flag', label: m.studio_field_disputed },
    STAMP,
    MOMENT,
    SOURCES,
  ],
  question: [
    { field: 'text', as: 'line', label: m.studio_field_question },
    { field: 'kind', as: 'choice', choices: CARDS, label: m.studio_field_kind },
    { field: 'raised', as: 'episode', optional: true, label: m.studio_field_raised },
    STAMP,
    { field: 'answer', as: 'answer', label: m.studio_field_answer },
    SOURCES,
  ],
  artwork: [
    { field: 'alt', as: 'line', label: m.studio_field_alt, hint: m.studio_field_alt_hint },
    { field: 'file', as: 'picture', label: m.studio_field_picture, hint: m.studio_field_picture_hint },
    // what a picture is of belongs to it from the start
    {
      field: 'kind',
      as: 'choice',
      choices: PICTURES,
      label: m.studio_field_kind,
      when: (_fields, isNew) => isNew,
    },
    {
      field: 'episode',
      as: 'reference',
      to: 'episode',
      label: m.studio_field_episode,
      when: ({ kind }) => kind === 'still',
    },
    {
      field: 'role',
      as: 'reference',
      to: 'role',
      label: m.studio_field_role,
      when: ({ kind }) => kind === 'portrait',
    },
    { field: 'credit', as: 'line', label: m.studio_field_credit, hint: m.studio_field_credit_hint },
    STAMP,
    { ...MOMENT, when: ({ kind }) => kind !== 'poster' },
  ],
}

/** The fields that an item's form has now. */
export const fieldsShown = (kind: PackKind, fields: Fields, isNew: boolean): readonly FieldSpec[] =>
  FORMS[kind].filter(({ when }) => !when || when(fields, isNew))
