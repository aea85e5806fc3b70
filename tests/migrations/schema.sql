-- version 5

CREATE INDEX artwork_by_episode ON artwork (episode_id) WHERE episode_id IS NOT NULL;

CREATE INDEX artwork_by_file ON artwork (show_id, file);

CREATE INDEX artwork_by_role ON artwork (role_id) WHERE role_id IS NOT NULL;

CREATE INDEX beat_link_back ON beat_link (builds_on_id);

CREATE INDEX beat_role_by_role ON beat_role (role_id);

CREATE INDEX beat_thread_by_thread ON beat_thread (thread_id);

CREATE INDEX board_by_show ON board (show_id);

CREATE INDEX board_card_by_lane ON board_card (doc_id, lane_id, place, card_id);

CREATE INDEX card_before_by_question ON card_before (question_id);

CREATE INDEX card_before_by_show ON card_before (show_id);

CREATE INDEX card_evidence_by_note ON card_evidence (note_id) WHERE note_id IS NOT NULL;

CREATE INDEX chosen_order_by_order ON chosen_order (order_id);

CREATE INDEX circle_role_by_role ON circle_role (role_id);

CREATE INDEX citation_by_source ON citation (source_id);

CREATE INDEX crdt_doc_by_show ON crdt_doc (show_id);

CREATE INDEX crdt_update_by_doc ON crdt_update (doc_id, seq);

CREATE INDEX cue_by_time ON cue (subtitle_seq, from_ms);

CREATE INDEX cut_offset_by_episode ON cut_offset (episode_id);

CREATE INDEX draft_by_episode ON draft (episode_id) WHERE episode_id IS NOT NULL;

CREATE INDEX draft_by_show ON draft (show_id);

CREATE INDEX media_name_by_episode ON media_name (episode_id);

CREATE UNIQUE INDEX member_me ON member (me) WHERE me = 1;

CREATE INDEX note_by_author ON note (author_id) WHERE author_id IS NOT NULL;

CREATE INDEX note_by_episode ON note (episode_id, at_ms) WHERE deleted_at IS NULL;

CREATE INDEX note_by_show ON note (show_id, created_at) WHERE deleted_at IS NULL;

CREATE INDEX note_in_trash ON note (show_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX note_version_by_note ON note_version (note_id, seq);

CREATE INDEX order_entry_by_episode ON order_entry (episode_id);

CREATE INDEX pack_step_by_show ON pack_step (show_id, seq);

CREATE INDEX relationship_by_from ON relationship (from_role_id);

CREATE INDEX relationship_by_to ON relationship (to_role_id);

CREATE INDEX role_by_person ON role (person_id);

CREATE INDEX running_episode_by_episode ON running_episode (episode_id);

CREATE INDEX seal_secret_by_doc ON seal_secret (doc_id, card_id);

CREATE INDEX subtitle_by_episode ON subtitle (episode_id);

CREATE UNIQUE INDEX subtitle_chosen ON subtitle (episode_id) WHERE chosen = 1;

CREATE INDEX viewing_by_adding ON viewing (added_by) WHERE added_by IS NOT NULL;

CREATE INDEX viewing_by_episode ON viewing (episode_id, watched_at) WHERE removed_by IS NULL;

CREATE INDEX viewing_by_removing ON viewing (removed_by) WHERE removed_by IS NOT NULL;

CREATE INDEX watching_by_episode ON watching (episode_id);

CREATE TABLE artwork (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('poster', 'still', 'portrait')),
  episode_id TEXT REFERENCES episode (id) ON DELETE CASCADE,
  role_id TEXT REFERENCES role (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  alt TEXT NOT NULL,
  credit TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  safe_from_ms INTEGER CHECK (safe_from_ms >= 0),
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key),
  FOREIGN KEY (show_id, file) REFERENCES picture (show_id, file),
  CHECK ((kind = 'still') = (episode_id IS NOT NULL)),
  CHECK ((kind = 'portrait') = (role_id IS NOT NULL))
) STRICT;

CREATE TABLE audience_figure (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  value INTEGER NOT NULL CHECK (value >= 0),
  unit TEXT NOT NULL,
  window_days INTEGER,
  text TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE beat (
  id TEXT PRIMARY KEY,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT, safe_from_ms INTEGER CHECK (safe_from_ms >= 0),
  UNIQUE (episode_id, pack_key)
) STRICT;

CREATE TABLE beat_link (
  beat_id TEXT NOT NULL REFERENCES beat (id) ON DELETE CASCADE,
  builds_on_id TEXT NOT NULL REFERENCES beat (id) ON DELETE CASCADE, position INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (beat_id, builds_on_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE beat_role (
  beat_id TEXT NOT NULL REFERENCES beat (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (beat_id, role_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE beat_thread (
  beat_id TEXT NOT NULL REFERENCES beat (id) ON DELETE CASCADE,
  thread_id TEXT NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (beat_id, thread_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE board (
  doc_id TEXT PRIMARY KEY REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  title TEXT,
  made_at TEXT NOT NULL,
  gone_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE board_card (
  card_id TEXT PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  lane_id TEXT NOT NULL,
  place TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'theory', 'prediction')),
  text TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  form TEXT CHECK (json_valid(form)),
  author_id TEXT,
  question_key TEXT,
  parent_id TEXT,
  episode_key TEXT,
  safe_said INTEGER NOT NULL CHECK (safe_said IN (0, 1)),
  safe_key TEXT,
  closes_key TEXT,
  after_key TEXT,
  words_seal TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  gone_at TEXT,
  details TEXT NOT NULL
) STRICT;

CREATE TABLE board_lane (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  lane_id TEXT NOT NULL,
  role TEXT CHECK (role IN ('questions', 'theories', 'predictions', 'resolved')),
  name TEXT,
  place TEXT NOT NULL,
  PRIMARY KEY (doc_id, lane_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_start (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  episode_key TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (doc_id, episode_key, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE bulletin (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  date TEXT,
  season INTEGER,
  stage TEXT,
  headline TEXT NOT NULL,
  text TEXT NOT NULL,
  by_name TEXT,
  by_role TEXT,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE "card_before" (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  question_id TEXT REFERENCES question (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'theory', 'prediction')),
  lane TEXT NOT NULL CHECK (lane IN ('questions', 'theories', 'predictions', 'resolved')),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  details TEXT NOT NULL DEFAULT '',
  ordinal INTEGER CHECK (ordinal >= 1),
  safe_after INTEGER CHECK (safe_after >= 1),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE card_evidence (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  evidence_id TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('for', 'against')),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'line', 'beat', 'moment')),
  note_id TEXT,
  beat_key TEXT,
  episode_key TEXT,
  at_ms INTEGER CHECK (at_ms >= 0),
  text TEXT,
  PRIMARY KEY (doc_id, card_id, evidence_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_label (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (doc_id, card_id, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_odds (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  odds_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  at TEXT NOT NULL,
  after_key TEXT,
  odds TEXT CHECK (json_valid(odds)),
  commitment TEXT,
  opened_at TEXT,
  matches INTEGER CHECK (matches IN (0, 1)),
  PRIMARY KEY (doc_id, card_id, odds_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_verdict (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  verdict_id TEXT NOT NULL,
  outcome INTEGER CHECK (outcome >= -1),
  episode_key TEXT,
  after_key TEXT,
  at TEXT NOT NULL,
  member_id TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (doc_id, card_id, verdict_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE chosen_order (
  show_id TEXT PRIMARY KEY REFERENCES show (id) ON DELETE CASCADE,
  order_id TEXT NOT NULL REFERENCES episode_order (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE circle (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE circle_role (
  circle_id TEXT NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  PRIMARY KEY (circle_id, role_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
  item_id TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (item_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE crdt_doc (
  doc_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('board')),
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  format INTEGER NOT NULL CHECK (format >= 1),
  snapshot_seq INTEGER NOT NULL CHECK (snapshot_seq >= 0),
  snapshot_sum INTEGER,
  state_vector BLOB,
  snapshot BLOB,
  CHECK ((snapshot IS NULL) = (snapshot_sum IS NULL))
) STRICT;

CREATE TABLE crdt_update (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  author TEXT,
  device TEXT,
  at TEXT NOT NULL,
  sum INTEGER NOT NULL,
  aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1)),
  u BLOB NOT NULL
) STRICT;

CREATE TABLE cue (
  seq INTEGER PRIMARY KEY,
  subtitle_seq INTEGER NOT NULL REFERENCES subtitle (seq) ON DELETE CASCADE,
  from_ms INTEGER NOT NULL CHECK (from_ms >= 0),
  to_ms INTEGER NOT NULL CHECK (to_ms >= from_ms),
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE cue_text USING fts5 (
  text,
  content = 'cue', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);

CREATE TABLE 'cue_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'cue_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'cue_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'cue_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE cut_offset (
  source TEXT NOT NULL,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  offset_ms INTEGER NOT NULL,
  PRIMARY KEY (source, episode_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  place TEXT PRIMARY KEY,
  note_id TEXT NOT NULL,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  episode_id TEXT REFERENCES episode (id) ON DELETE CASCADE,
  at_ms INTEGER CHECK (at_ms >= 0),
  end_ms INTEGER CHECK (end_ms > at_ms),
  body TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE episode (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  season_id TEXT NOT NULL REFERENCES season (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  title TEXT NOT NULL,
  air_date TEXT,
  runtime_ms INTEGER CHECK (runtime_ms > 0),
  writers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(writers)),
  directors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(directors)),
  standing TEXT,
  pack_key TEXT, special INTEGER NOT NULL DEFAULT 0 CHECK (special IN (0, 1)),
  UNIQUE (show_id, ordinal),
  UNIQUE (season_id, number),
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE episode_order (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE media_name (
  name TEXT PRIMARY KEY,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8),
  me INTEGER NOT NULL CHECK (me IN (0, 1)),
  created_at TEXT NOT NULL,
  left_at TEXT
) STRICT;

CREATE TABLE note (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE RESTRICT,
  episode_id TEXT REFERENCES episode (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'question', 'reaction')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  at_ms INTEGER CHECK (at_ms >= 0),
  end_ms INTEGER CHECK (end_ms > at_ms),
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
, author_id TEXT REFERENCES member (id) ON DELETE RESTRICT, reaction TEXT
  CHECK (reaction IN ('swoon', 'gasp', 'laugh', 'look', 'sante', 'ringarde'))) STRICT;

CREATE VIRTUAL TABLE note_text USING fts5 (
  title, body, tags,
  content = 'note', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);

CREATE TABLE note_version (
  seq INTEGER PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  episode_id TEXT,
  at_ms INTEGER CHECK (at_ms >= 0),
  end_ms INTEGER CHECK (end_ms > at_ms),
  written_at TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;

CREATE TABLE order_entry (
  order_id TEXT NOT NULL REFERENCES episode_order (id) ON DELETE CASCADE,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (order_id, episode_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_header (
  show_id TEXT PRIMARY KEY REFERENCES show (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  licence TEXT NOT NULL,
  language TEXT NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  base TEXT CHECK (json_valid(base))
) STRICT;

CREATE TABLE pack_step (
  seq INTEGER PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  patch TEXT NOT NULL CHECK (json_valid(patch)),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  pack_key TEXT, position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE picture (
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp')),
  width INTEGER NOT NULL CHECK (width >= 1),
  height INTEGER NOT NULL CHECK (height >= 1),
  bytes BLOB NOT NULL,
  PRIMARY KEY (show_id, file)
) STRICT;

CREATE TABLE player (
  kind TEXT PRIMARY KEY CHECK (kind IN ('mpv', 'vlc', 'mpris', 'kodi', 'jellyfin')),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  address TEXT NOT NULL,
  user TEXT NOT NULL,
  secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  raised_ordinal INTEGER CHECK (raised_ordinal >= 1),
  safe_after INTEGER CHECK (safe_after >= 1),
  answer_ordinal INTEGER CHECK (answer_ordinal >= 1),
  answer_text TEXT,
  answer_outcome TEXT,
  answer_safe_after INTEGER CHECK (answer_safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT, answer_id TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE rating (
  episode_id TEXT PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
  half_stars INTEGER NOT NULL CHECK (half_stars BETWEEN 1 AND 10),
  rated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  tracker_id TEXT NOT NULL REFERENCES tracker (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  point TEXT NOT NULL,
  value REAL,
  words TEXT,
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  note TEXT,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT, safe_from_ms INTEGER CHECK (safe_from_ms >= 0), mine INTEGER NOT NULL DEFAULT 0 CHECK (mine IN (0, 1)), at_ms INTEGER CHECK (at_ms >= 0), created_at TEXT, deleted_at TEXT,
  UNIQUE (tracker_id, pack_key)
) STRICT;

CREATE TABLE reading_line (
  show_id TEXT PRIMARY KEY REFERENCES show (id) ON DELETE CASCADE,
  reach INTEGER NOT NULL CHECK (reach >= 0),
  set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE relationship (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  from_role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  to_role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  since_ordinal INTEGER NOT NULL CHECK (since_ordinal >= 1),
  until_ordinal INTEGER CHECK (until_ordinal >= since_ordinal),
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT, safe_from_ms INTEGER CHECK (safe_from_ms >= 0), label_back TEXT, text TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE role (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  grouping TEXT NOT NULL CHECK (grouping IN ('lead', 'recurring', 'guest', 'crew')),
  tone TEXT NOT NULL,
  work TEXT,
  first_ordinal INTEGER CHECK (first_ordinal >= 1),
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT, safe_from_ms INTEGER CHECK (safe_from_ms >= 0),
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE role_fact (
  id TEXT PRIMARY KEY,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  text TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT, safe_from_ms INTEGER CHECK (safe_from_ms >= 0),
  UNIQUE (role_id, pack_key)
) STRICT;

CREATE TABLE role_seen (
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  PRIMARY KEY (role_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE running_episode (
  show_id TEXT PRIMARY KEY REFERENCES show (id) ON DELETE CASCADE,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  position_ms INTEGER NOT NULL CHECK (position_ms >= 0),
  set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seal_secret (
  seal_id TEXT PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  salt TEXT NOT NULL,
  secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE season (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  safe_after INTEGER CHECK (safe_after >= 1),
  UNIQUE (show_id, number)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE show (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  emphasis TEXT,
  creator TEXT,
  network TEXT,
  genre TEXT,
  premise TEXT,
  first_aired TEXT,
  as_of TEXT,
  pack_id TEXT UNIQUE,
  pack_version TEXT,
  ready INTEGER NOT NULL DEFAULT 0 CHECK (ready IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  pack_key TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT,
  date TEXT, position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE subtitle (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  language TEXT,
  name TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('srt', 'vtt', 'ass')),
  encoding TEXT NOT NULL,
  troubles TEXT NOT NULL CHECK (json_valid(troubles)),
  cues INTEGER NOT NULL CHECK (cues >= 0),
  chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
  ready INTEGER NOT NULL CHECK (ready IN (0, 1)),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE thread (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE tracker (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  handle TEXT,
  unit TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE viewing (
  id TEXT PRIMARY KEY,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  watched_at TEXT,
  added_by TEXT REFERENCES watched_change (id) ON DELETE SET NULL,
  removed_by TEXT REFERENCES watched_change (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE watched_change (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  line_before INTEGER CHECK (line_before >= 0),
  made_at TEXT NOT NULL
, line_after INTEGER CHECK (line_after >= 0)) STRICT;

CREATE TABLE watching (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  position_ms INTEGER NOT NULL CHECK (position_ms >= 0),
  rate REAL NOT NULL CHECK (rate > 0),
  playing INTEGER NOT NULL CHECK (playing IN (0, 1)),
  kept_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER cue_removed AFTER DELETE ON cue BEGIN
  INSERT INTO cue_text (cue_text, rowid, text) VALUES ('delete', old.seq, old.text);
END;

CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
  INSERT INTO note_text (rowid, title, body, tags) VALUES (new.seq, new.title, new.body, new.tags);
END;

CREATE TRIGGER note_changed AFTER UPDATE OF title, body, tags ON note BEGIN
  INSERT INTO note_text (note_text, rowid, title, body, tags)
  VALUES ('delete', old.seq, old.title, old.body, old.tags);
  INSERT INTO note_text (rowid, title, body, tags) VALUES (new.seq, new.title, new.body, new.tags);
END;

CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
  INSERT INTO note_text (note_text, rowid, title, body, tags)
  VALUES ('delete', old.seq, old.title, old.body, old.tags);
END;
