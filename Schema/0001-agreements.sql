-- The store of kb. docs/data-model.md explains it; every table can be read with any SQLite tool.
-- Codes: parties by ISO 3166-1 alpha-3 or the organisation's English acronym, domains by domains.tsv.
-- Dates are ISO 8601 days; "start" and "end" are UTF-8 byte offsets into document_text.text, half open.

-- Facts about the store itself: the vocabulary its index was made with, for one.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  language TEXT,
  title TEXT,
  publisher TEXT,
  published_on TEXT,
  held_on TEXT,
  url TEXT,
  -- What it was read from: text, markdown, html, pdf, docx, odt, rss, atom, mail.
  format TEXT,
  agreements INTEGER NOT NULL
);

-- Files that were looked at, so that a run can go on where an earlier one stopped. One file may hold many documents.
CREATE TABLE source_file (
  file TEXT PRIMARY KEY,
  size INTEGER NOT NULL, -- bytes
  modified INTEGER NOT NULL, -- nanoseconds since 1970; compared for equality alone, as clocks err
  sha256 TEXT NOT NULL, -- of its bytes
  reason TEXT -- why nothing came of it: a code of docs/formats.md; null where its documents are stored
) WITHOUT ROWID;

-- What a document was before a newer version replaced it.
CREATE TABLE document_history (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  version INTEGER NOT NULL, -- 1 is the oldest
  replaced_on TEXT NOT NULL, -- ISO 8601, UTC, to the second
  sha256 TEXT NOT NULL,
  title TEXT,
  published_on TEXT,
  held_on TEXT,
  agreements INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document, version)
);

-- Apart from its document, so that a list of documents does not read through all texts.
CREATE TABLE document_text (
  document INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE,
  text TEXT NOT NULL
);

-- Where the pages of the original begin in the text, for formats that have pages.
CREATE TABLE document_page (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  page INTEGER NOT NULL, -- from 1
  start INTEGER NOT NULL,
  PRIMARY KEY (document, page)
) WITHOUT ROWID;

CREATE TABLE document_party (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  party TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE document_set_aside (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

-- Documents that belong together, each link in both directions.
CREATE TABLE document_link (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  kind TEXT NOT NULL, -- version (same event, other language), duplicate (same text, other outlet)
  other INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  confidence REAL NOT NULL DEFAULT 1, -- 0 … 1; 1 where a user said so
  PRIMARY KEY (document, kind, other)
) WITHOUT ROWID;
CREATE INDEX document_link_other ON document_link(other);

-- What users said of two files with `kb link` and `kb unlink`; it outlives the documents. file < other.
CREATE TABLE link_choice (
  file TEXT NOT NULL,
  other TEXT NOT NULL,
  kind TEXT, -- version, duplicate; null: they do not belong together
  PRIMARY KEY (file, other)
) WITHOUT ROWID;

-- What partners of a document are looked for by, as numbers: see docs/linking.md.
CREATE TABLE document_feature (
  feature INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  PRIMARY KEY (feature, document)
) WITHOUT ROWID;
CREATE INDEX document_feature_document ON document_feature(document);

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- Ascending is newest first, undated last: the order of lists, and the row of `search`.
  rank INTEGER NOT NULL UNIQUE,
  date TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  strength TEXT NOT NULL,
  mutuality TEXT NOT NULL,
  deadline TEXT,
  deadline_precision TEXT,
  speaker TEXT,
  -- Which of the tables that most agreements have no rows in have some: 1 amount, 2 instrument, 4 evidence,
  -- 8 version_row.
  details INTEGER NOT NULL,
  UNIQUE (document, position)
);
CREATE INDEX agreement_date ON agreement(date);

CREATE TABLE agreement_party (
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  party TEXT NOT NULL,
  PRIMARY KEY (agreement, position)
) WITHOUT ROWID;
CREATE INDEX agreement_party_party ON agreement_party(party, agreement);

-- As found; the parents that a domain counts for too are in `label` and `search` alone.
CREATE TABLE agreement_domain (
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  domain TEXT NOT NULL,
  PRIMARY KEY (agreement, position)
) WITHOUT ROWID;
CREATE INDEX agreement_domain_domain ON agreement_domain(domain, agreement);

CREATE TABLE agreement_amount (
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  value REAL,
  currency TEXT NOT NULL,
  PRIMARY KEY (agreement, position)
) WITHOUT ROWID;

CREATE TABLE agreement_instrument (
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (agreement, position)
) WITHOUT ROWID;

-- Agreements of linked documents that are the same undertaking, each pair in both directions.
CREATE TABLE alignment (
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE,
  score REAL NOT NULL, -- 0 … 1
  PRIMARY KEY (agreement, other)
) WITHOUT ROWID;
CREATE INDEX alignment_other ON alignment(other);

-- Which rule and words decided each field.
CREATE TABLE agreement_evidence (
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  rule TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  PRIMARY KEY (agreement, position)
) WITHOUT ROWID;

-- What follows is made from the tables above, and `kb doctor --rebuild` makes it anew.

-- One row an agreement, rowid = agreement.rank. raw: its words, folded. en, fr: their stems, where the document
-- is in that language. concept: what they mean, in no language. title: the document's title, words and stems.
-- meta: filters as words, such as pkaz, denergy, y2022 (docs/data-model.md lists them).
CREATE VIRTUAL TABLE search USING fts5(
  raw, en, fr, concept, title, meta,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- Words, stems and concepts, and in how many agreements each stands. route: 0 raw, 1 en, 2 fr, 3 concept.
CREATE TABLE term (
  route INTEGER NOT NULL,
  term TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (route, term)
) WITHOUT ROWID;

-- The lexicon that the index was made with: stems without function words, and the concept that they express.
CREATE TABLE concept_form (
  head TEXT NOT NULL, -- the first stem of `form`
  form TEXT NOT NULL,
  language TEXT NOT NULL,
  concept TEXT NOT NULL,
  PRIMARY KEY (head, form, language, concept)
) WITHOUT ROWID;

CREATE INDEX concept_form_concept ON concept_form(concept);

-- Words whose stem cannot be told once their accents are gone: typed without them, they are stemmed by this table
-- (securite: the stemmer knows -ité, not -ite).
CREATE TABLE accented_stem (
  word TEXT NOT NULL, -- folded
  language TEXT NOT NULL,
  stem TEXT NOT NULL,
  PRIMARY KEY (word, language, stem)
) WITHOUT ROWID;

-- Each value of each facet that occurs.
CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  facet TEXT NOT NULL, -- all, country, domain, month, year (of versions), strength, language, publisher, pair, kind
  value TEXT NOT NULL,
  UNIQUE (facet, value)
);

-- Borne by every agreement: its count is the total.
INSERT INTO label (id, facet, value) VALUES (1, 'all', '');

-- The labels of each agreement, by its rank: ascending ids as LEB128 numbers. Facets of any query read it.
CREATE TABLE agreement_label (
  rank INTEGER PRIMARY KEY,
  labels BLOB NOT NULL
);

-- In how many agreements two labels meet (a label with itself: how many bear it). Both orders are there.
-- meeting is a * 2^32 + b: one number, as most of a document's writes are here.
CREATE TABLE tally (
  meeting INTEGER PRIMARY KEY,
  count INTEGER NOT NULL
);

-- In how many agreements a country, a domain and a month meet.
CREATE TABLE monthly_tally (
  country INTEGER NOT NULL,
  domain INTEGER NOT NULL,
  month INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (country, domain, month)
) WITHOUT ROWID;

-- Agreements that are one undertaking with agreements of other documents (`alignment`), by rank. Their rows of
-- `search` have the words of all; lists show one of them.
CREATE TABLE version_row (
  rank INTEGER PRIMARY KEY,
  partners TEXT NOT NULL, -- ids of the agreements that it is one with, ascending
  hidden INTEGER NOT NULL, -- in whose place another is shown: 1 in English lists, 2 in French ones, 3 in both
  moved INTEGER NOT NULL, -- the same, where that other has another date
  -- Labels that it shares with what is shown in its place, written as in agreement_label.
  shared_en BLOB,
  shared_fr BLOB
);

-- The counts above of agreements in whose place another is shown, as far as that one shares what is counted: what a
-- list that shows each undertaking once has to leave out. language: 1 English lists, 2 French ones.
CREATE TABLE hidden_tally (
  language INTEGER NOT NULL,
  meeting INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (language, meeting)
) WITHOUT ROWID;

CREATE TABLE hidden_monthly_tally (
  language INTEGER NOT NULL,
  country INTEGER NOT NULL,
  domain INTEGER NOT NULL,
  month INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (language, country, domain, month)
) WITHOUT ROWID;

CREATE TABLE hidden_term (
  language INTEGER NOT NULL,
  route INTEGER NOT NULL,
  term TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (language, route, term)
) WITHOUT ROWID;

-- The counts above, by name.
CREATE VIEW tally_by_name AS
SELECT x.facet AS facet, x.value AS value, y.facet AS by_facet, y.value AS by_value, count
FROM tally
JOIN label AS x ON x.id = meeting >> 32
JOIN label AS y ON y.id = meeting & 4294967295;
