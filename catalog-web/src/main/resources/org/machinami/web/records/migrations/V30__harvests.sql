-- Harvests of other catalogues as they were run. No column is ever NULL: nothing said is ''.

CREATE TABLE harvest_run (
  id VARCHAR(16) PRIMARY KEY,
  source VARCHAR(100) NOT NULL,
  started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ended TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- What made it run: the schedule, somebody at the desk, a verb.
  cause VARCHAR(20) NOT NULL,
  agent VARCHAR(400) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  told BIGINT NOT NULL,
  added BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  deleted BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  linked BIGINT NOT NULL,
  said_ja VARCHAR(8000) NOT NULL,
  said_en VARCHAR(8000) NOT NULL
);
CREATE INDEX harvest_run_source ON harvest_run (source, started);

-- What a run has to tell of single records; kept of the last runs of each source.
CREATE TABLE harvest_line (
  run VARCHAR(16) NOT NULL REFERENCES harvest_run ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind VARCHAR(20) NOT NULL,
  record VARCHAR(4000) NOT NULL,
  clause VARCHAR(200) NOT NULL,
  said_ja VARCHAR(8000) NOT NULL,
  said_en VARCHAR(8000) NOT NULL,
  PRIMARY KEY (run, number)
);
