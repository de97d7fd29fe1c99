-- What was said, in order.
SELECT step, account, name, occurred, kind, said FROM committee_question_step
WHERE question = :question ORDER BY step
