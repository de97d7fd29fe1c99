-- Whether what distributions point to is there. No column is ever NULL: never is 1970, nothing said is ''.

CREATE TABLE link_check (
  -- SHA-256 of the address, which is longer than a key may be.
  id VARCHAR(64) PRIMARY KEY,
  address VARCHAR(4000) NOT NULL,
  checked TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  status INTEGER NOT NULL,
  -- When something was there for the last time, and since when nothing has been.
  answered TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  failing TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  failures INTEGER NOT NULL,
  due TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  said_ja VARCHAR(8000) NOT NULL,
  said_en VARCHAR(8000) NOT NULL
);
CREATE INDEX link_check_failing ON link_check (failures);

-- Datasets that point to addresses that do not answer.
CREATE TABLE link_use (
  link VARCHAR(64) NOT NULL REFERENCES link_check ON DELETE CASCADE,
  dataset VARCHAR(200) NOT NULL,
  PRIMARY KEY (link, dataset)
);

CREATE TABLE link_run (
  id VARCHAR(16) PRIMARY KEY,
  started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ended TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  addresses BIGINT NOT NULL,
  asked BIGINT NOT NULL,
  answered BIGINT NOT NULL,
  failed BIGINT NOT NULL,
  failing BIGINT NOT NULL
);
CREATE INDEX link_run_started ON link_run (started);
