-- What the committee asks of open findings. No column is ever NULL: nothing said is ''.

CREATE TABLE committee_question (
  id VARCHAR(16) PRIMARY KEY,
  dataset VARCHAR(100) NOT NULL,
  publisher VARCHAR(1000) NOT NULL,
  clause VARCHAR(20) NOT NULL,
  -- The day by which an answer is awaited.
  due DATE NOT NULL,
  -- What the form that asked it carried: the same form again is the same question.
  sent VARCHAR(64) NOT NULL UNIQUE,
  created TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- Questions, answers and the end, one after the other; the last one says how it stands.
CREATE TABLE committee_question_step (
  question VARCHAR(16) NOT NULL REFERENCES committee_question ON DELETE CASCADE,
  step INTEGER NOT NULL,
  account VARCHAR(16) NOT NULL,
  name VARCHAR(400) NOT NULL,
  occurred TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  kind VARCHAR(20) NOT NULL,
  said VARCHAR(8000) NOT NULL,
  PRIMARY KEY (question, step)
);
