-- What was said next.
INSERT INTO committee_question_step (question, step, account, name, occurred, kind, said)
VALUES (:question, :step, :account, :name, :now, :kind, :said)
