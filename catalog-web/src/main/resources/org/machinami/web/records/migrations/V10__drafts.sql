-- What stewards prepare. No column is ever NULL: nothing said is ''.

CREATE TABLE draft (
  id VARCHAR(16) PRIMARY KEY,
  dataset VARCHAR(100) NOT NULL,
  publisher VARCHAR(100) NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- The commit that the dataset had when the draft began, 0 for none.
  base BIGINT NOT NULL,
  -- What the form that began it carried: the same form again is the same draft.
  sent VARCHAR(64) NOT NULL UNIQUE,
  created TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  changed TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- Each saving; the highest version counts.
CREATE TABLE draft_version (
  draft VARCHAR(16) NOT NULL REFERENCES draft ON DELETE CASCADE,
  version INTEGER NOT NULL,
  account VARCHAR(16) NOT NULL,
  name VARCHAR(400) NOT NULL,
  saved TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- N-Triples.
  description TEXT NOT NULL,
  mapping TEXT NOT NULL,
  PRIMARY KEY (draft, version)
);

-- The bytes lie in the data directory, by their hash.
CREATE TABLE draft_file (
  draft VARCHAR(16) NOT NULL REFERENCES draft ON DELETE CASCADE,
  name VARCHAR(200) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  bytes BIGINT NOT NULL,
  added TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (draft, name)
);

-- What was done and decided, by whom and why.
CREATE TABLE draft_step (
  draft VARCHAR(16) NOT NULL REFERENCES draft ON DELETE CASCADE,
  step INTEGER NOT NULL,
  account VARCHAR(16) NOT NULL,
  name VARCHAR(400) NOT NULL,
  occurred TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  kind VARCHAR(20) NOT NULL,
  version INTEGER NOT NULL,
  reason VARCHAR(8000) NOT NULL,
  PRIMARY KEY (draft, step)
);
