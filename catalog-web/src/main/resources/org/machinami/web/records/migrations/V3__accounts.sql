-- Who works at the desks. No column is ever NULL: nothing said is ''.

CREATE TABLE account (
  id VARCHAR(16) PRIMARY KEY,
  login VARCHAR(120) NOT NULL UNIQUE,
  name VARCHAR(400) NOT NULL,
  organisation VARCHAR(400) NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- Argon2id in its written form.
  password VARCHAR(200) NOT NULL,
  created TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- What an account may do; no publisher stands for all of them.
CREATE TABLE account_grant (
  account VARCHAR(16) NOT NULL REFERENCES account ON DELETE CASCADE,
  role VARCHAR(20) NOT NULL,
  publisher VARCHAR(100) NOT NULL,
  PRIMARY KEY (account, role, publisher)
);

-- Whom an OpenID provider means by a subject.
CREATE TABLE account_identity (
  issuer VARCHAR(400) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  account VARCHAR(16) NOT NULL REFERENCES account ON DELETE CASCADE,
  PRIMARY KEY (issuer, subject)
);

-- Ids here and below are hashes of secrets that only a browser or a link holds.
CREATE TABLE account_session (
  id VARCHAR(64) PRIMARY KEY,
  account VARCHAR(16) NOT NULL REFERENCES account ON DELETE CASCADE,
  started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  seen TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  browser VARCHAR(400) NOT NULL
);
CREATE INDEX account_session_account ON account_session (account);

CREATE TABLE account_link (
  id VARCHAR(64) PRIMARY KEY,
  account VARCHAR(16) NOT NULL REFERENCES account ON DELETE CASCADE,
  expires TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- Forms that came when their session was over.
CREATE TABLE account_form (
  id VARCHAR(64) PRIMARY KEY,
  account VARCHAR(16) NOT NULL REFERENCES account ON DELETE CASCADE,
  path VARCHAR(400) NOT NULL,
  body TEXT NOT NULL,
  kept TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
