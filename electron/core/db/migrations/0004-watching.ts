import type { Migration } from '../migration'

/**
 * What watching needs: the clock as it stood, what a person said about players and files, drafts that outlive a
 * crash, subtitles with their cues; and what notes grow on: who wrote them, reactions, what they said before.
 * Pictures of a pack are here too, each stamped like a text. Their bytes lie under a name made of them, so that an
 * edit that is taken back finds them again.
 *
 * A cue's `seq` is its subtitle's `seq` shifted left by 20 bits plus its place, so that the cues of one subtitle
 * are a range of rowids.
 */
export const watching: Migration = {
  version: 4,
  name: 'watching',
  sql: `
CREATE TABLE picture (
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp')),
  width INTEGER NOT NULL CHECK (width >= 1),
  height INTEGER NOT NULL CHECK (height >= 1),
  bytes BLOB NOT NULL,
  PRIMARY KEY (show_id, file)
) STRICT;

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
CREATE INDEX artwork_by_file ON artwork (show_id, file);
CREATE INDEX artwork_by_episode ON artwork (episode_id) WHERE episode_id IS NOT NULL;
CREATE INDEX artwork_by_role ON artwork (role_id) WHERE role_id IS NOT NULL;

CREATE TABLE member (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8),
  me INTEGER NOT NULL CHECK (me IN (0, 1)),
  created_at TEXT NOT NULL,
  left_at TEXT
) STRICT;
CREATE UNIQUE INDEX member_me ON member (me) WHERE me = 1;

ALTER TABLE note ADD COLUMN author_id TEXT REFERENCES member (id) ON DELETE RESTRICT;
ALTER TABLE note ADD COLUMN reaction TEXT
  CHECK (reaction IN ('swoon', 'gasp', 'laugh', 'look', 'sante', 'ringarde'));
CREATE INDEX note_by_author ON note (author_id) WHERE author_id IS NOT NULL;
CREATE INDEX note_in_trash ON note (show_id, deleted_at) WHERE deleted_at IS NOT NULL;

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
CREATE INDEX note_version_by_note ON note_version (note_id, seq);

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
CREATE INDEX draft_by_show ON draft (show_id);
CREATE INDEX draft_by_episode ON draft (episode_id) WHERE episode_id IS NOT NULL;

CREATE TABLE watching (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  position_ms INTEGER NOT NULL CHECK (position_ms >= 0),
  rate REAL NOT NULL CHECK (rate > 0),
  playing INTEGER NOT NULL CHECK (playing IN (0, 1)),
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX watching_by_episode ON watching (episode_id);

CREATE TABLE cut_offset (
  source TEXT NOT NULL,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  offset_ms INTEGER NOT NULL,
  PRIMARY KEY (source, episode_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cut_offset_by_episode ON cut_offset (episode_id);

CREATE TABLE media_name (
  name TEXT PRIMARY KEY,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX media_name_by_episode ON media_name (episode_id);

CREATE TABLE player (
  kind TEXT PRIMARY KEY CHECK (kind IN ('mpv', 'vlc', 'mpris', 'kodi', 'jellyfin')),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  address TEXT NOT NULL,
  user TEXT NOT NULL,
  secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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
CREATE INDEX subtitle_by_episode ON subtitle (episode_id);
CREATE UNIQUE INDEX subtitle_chosen ON subtitle (episode_id) WHERE chosen = 1;

CREATE TABLE cue (
  seq INTEGER PRIMARY KEY,
  subtitle_seq INTEGER NOT NULL REFERENCES subtitle (seq) ON DELETE CASCADE,
  from_ms INTEGER NOT NULL CHECK (from_ms >= 0),
  to_ms INTEGER NOT NULL CHECK (to_ms >= from_ms),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX cue_by_time ON cue (subtitle_seq, from_ms);

CREATE VIRTUAL TABLE cue_text USING fts5 (
  text,
  content = 'cue', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE TRIGGER cue_removed AFTER DELETE ON cue BEGIN
  INSERT INTO cue_text (cue_text, rowid, text) VALUES ('delete', old.seq, old.text);
END;
`,
}
