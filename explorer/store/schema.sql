-- One data set, compiled. Days are ISO text; 0001-01-01 and 9999-12-31 stand for "not known on this side".
-- Change FORMAT in read.py whenever a table here changes its meaning.

create table meta (key text primary key, value text) without rowid;

-- the vocabulary
create table kind (name text primary key, label text, plural text, letter text, ord integer) without rowid;
create table relation (
  name text primary key, label text, inverse text, time text, tree text, ordered integer, one integer, means text, ord integer
) without rowid;
create table about (name text primary key, label text, fixed integer, ord integer) without rowid;
create table document_type (name text primary key, label text) without rowid;
create table arrangement (name text primary key, label text, ord integer) without rowid;
create table level (arrangement text, ord integer, name text, primary key (arrangement, ord)) without rowid;

-- things
create table entity (
  rowid integer primary key,
  id text not null unique,
  kind text not null,
  name text not null,
  short text,
  mood text,
  summary text,
  seen text,           -- first day on which it is shown: its beginning, or when it was first planned
  begin text,          -- its life as far as it is asserted: earliest and latest start, earliest and latest end
  begin_latest text,
  end_earliest text,
  end text,
  life text,           -- its life in words where one date says all of it
  links integer,       -- how many links touch it, both ways
  folded text,         -- name as sorted
  file text,
  line integer,
  last_line integer,   -- of its entry
  year text not null   -- of its beginning, else of the day on which it is first shown; empty where nobody knows
);
create index entity_kind on entity (kind, folded, seen);
create index entity_year on entity (year, kind, seen);
create index entity_seen on entity (seen);
create table document (
  entity integer primary key, type text, language text, author text, publisher text, url text, accessed text
);
create table identifier (entity integer, ord integer, scheme text, value text, primary key (entity, ord)) without rowid;
create table former (id text primary key, entity integer) without rowid;
create table passage (source integer, ord integer, locator text, primary key (source, ord)) without rowid;
create table note (source integer, number text, work integer, primary key (source, number)) without rowid;

-- statements: facts, links, times of life, dates of documents, and other names
create table claim (
  id integer primary key,
  entity integer not null,
  part text not null,        -- fact | link | when | date | also
  ord integer not null,
  key text not null,         -- stable within the entity
  relation text,
  target integer,
  role text,
  text text,
  lang text,
  about text,
  value text,
  low real,
  high real,
  unit text,
  of integer,
  happened text,             -- `when`, as written
  said text,
  undated integer,
  by integer,
  mood text,
  doubt text,
  likely text,
  note text,
  basis text not null,       -- what its time rests on: when | own | said | work | source | life | never | none
  time text,                 -- that time, as written
  until text,                -- how long a still open time is vouched for
  heard text,                -- since when a plan or forecast is known, as written
  line integer
);
create index claim_entity on claim (entity, part, ord);
create index claim_target on claim (target) where target is not null;
create index claim_of on claim (of) where of is not null;
create index claim_then on claim (ord, entity, text, time, until) where part = 'also' and time is not null and mood is null;
create index claim_by on claim (by) where by is not null;
create table cite (
  claim integer, ord integer, source integer, locator text, display text, work integer, primary key (claim, ord)
) without rowid;
create index cite_source on cite (source, locator);

-- the forests that relations make, each without circles: `tree` is number 0, others are named as their level is
create table forest (number integer primary key, name text not null unique);
create table edge (
  forest integer, parent integer, child integer, ordered integer, ord integer,
  top integer,               -- the parent hangs below nothing
  primary key (forest, parent, child)
) without rowid;
create index edge_child on edge (forest, child, ord);
create index edge_top on edge (forest, parent) where top;

-- how many of each kind have no place in a forest; -1: are no source, and say nothing that rests on one
create table outside (forest integer, kind text, size integer, primary key (forest, kind)) without rowid;

-- the passages on which something rests, in the order of the source's own list, and the statements on each
create table spot (
  source integer, ord integer,
  section text,              -- `sec 2.3`; empty where the passage stands in none
  locator text,              -- the passage without its footnotes, and a footnote that stands alone
  display text,
  uses integer,              -- how many statements rest on it
  primary key (source, ord)
) without rowid;
create table resting (
  source integer, spot integer, claim integer, entity integer,
  first text, last text,     -- it is shown where the days asked about reach from or past the one to or before the other
  primary key (source, spot, claim)
) without rowid;
create index resting_entity on resting (entity, claim);
create table saying (claim integer primary key, folded text);

-- what the editor marked: the statements that it means are looked up when troubles are
create table pointer (
  claim integer, kind text,  -- against | repeats
  ord integer, source text, locator text,
  entity text,               -- empty where any may be meant
  primary key (claim, kind, ord)
) without rowid;
-- statements in trouble
create table trouble (id integer primary key, kind text, entity integer, about text, text text);
create index trouble_entity on trouble (entity);
create table trouble_claim (trouble integer, ord integer, claim integer, primary key (trouble, ord)) without rowid;
create index trouble_claim_claim on trouble_claim (claim);

-- finding: rows of `name` stand in static order of rank, so that the first hits are the best ones
create table name (
  rowid integer primary key, entity integer, field text, text text, folded text,
  spelt text           -- each of its words in Latin letters, `|` between the spellings; null where it has no other script
);
create index name_folded on name (folded);
create index name_entity on name (entity);
create virtual table name_words using fts5 (
  folded, content='', detail=column, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0"
);
create table initials (letters text, name integer, primary key (letters, name)) without rowid;
create virtual table fact_words using fts5 (
  folded,              -- of the statement and its value
  beside,              -- of the thing that it is about: no fact is found by these alone
  content='', detail=column, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0"
);
create table word (
  word text primary key,
  uses integer,        -- names that have it
  said integer,        -- facts that have it
  written integer      -- someone wrote it; else it is only a word in Latin letters
) without rowid;
create table slip (deletion text, word text, primary key (deletion, word)) without rowid;

-- where it came from
create table problem (
  ord integer primary key, file text, line integer, col integer, severity text, code text, message text, hint text,
  excerpt text, width integer
);
create table file (name text primary key, stamp text, digest text) without rowid;
create table again (name text primary key) without rowid;
create table block (number integer primary key, file text, digest text);  -- in order; of what could be read
