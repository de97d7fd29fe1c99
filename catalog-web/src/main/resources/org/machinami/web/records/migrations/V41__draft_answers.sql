-- What stewards say of the rules on files that no program can decide. No column is ever NULL.

CREATE TABLE draft_answer (
  draft VARCHAR(16) NOT NULL REFERENCES draft ON DELETE CASCADE,
  -- IRI of the rule.
  rule VARCHAR(200) NOT NULL,
  reply VARCHAR(20) NOT NULL,
  -- IRI of the organisation for which it was said.
  given_by VARCHAR(500) NOT NULL,
  given TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- Hash of the files of which it was said: of others it is not.
  files VARCHAR(64) NOT NULL,
  PRIMARY KEY (draft, rule)
);
