-- What people ask the city to publish. No column is ever NULL: nothing said is ''.

CREATE TABLE data_request (
  id VARCHAR(16) PRIMARY KEY,
  created TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  language VARCHAR(2) NOT NULL,
  wanted VARCHAR(400) NOT NULL,
  purpose VARCHAR(8000) NOT NULL,
  field VARCHAR(60) NOT NULL,
  municipality VARCHAR(5) NOT NULL,
  about VARCHAR(1000) NOT NULL,
  contact VARCHAR(800) NOT NULL
);

-- The states of a request, one after the other; the last one counts.
CREATE TABLE request_event (
  request VARCHAR(16) NOT NULL REFERENCES data_request ON DELETE CASCADE,
  step INTEGER NOT NULL,
  occurred TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  state VARCHAR(20) NOT NULL,
  reason_ja VARCHAR(8000) NOT NULL,
  reason_en VARCHAR(8000) NOT NULL,
  dataset VARCHAR(1000) NOT NULL,
  PRIMARY KEY (request, step)
);

-- Who needs it, too: a hash of what the browser was given, which is another one for each request.
CREATE TABLE request_support (
  request VARCHAR(16) NOT NULL REFERENCES data_request ON DELETE CASCADE,
  supporter VARCHAR(64) NOT NULL,
  occurred TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (request, supporter)
);
