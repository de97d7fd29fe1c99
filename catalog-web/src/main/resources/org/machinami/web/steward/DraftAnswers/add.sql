-- What somebody has said of a rule.
INSERT INTO draft_answer (draft, rule, reply, given_by, given, files)
VALUES (:draft, :rule, :reply, :by, :at, :files)
