-- What stewards ask to withdraw, and what somebody else decided. No column is ever NULL: nothing said is ''.

CREATE TABLE withdrawal (
  id VARCHAR(16) PRIMARY KEY,
  dataset VARCHAR(100) NOT NULL,
  publisher VARCHAR(100) NOT NULL,
  state VARCHAR(20) NOT NULL,
  reason_ja VARCHAR(4000) NOT NULL,
  reason_en VARCHAR(4000) NOT NULL,
  account VARCHAR(16) NOT NULL,
  name VARCHAR(400) NOT NULL,
  asked TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  decided_by VARCHAR(16) NOT NULL,
  decided_name VARCHAR(400) NOT NULL,
  decided_reason VARCHAR(8000) NOT NULL,
  -- The time of asking, until somebody has decided.
  decided TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX withdrawal_dataset ON withdrawal (dataset);
