-- A question with its last step.
SELECT q.id, q.dataset, q.publisher, q.clause, q.due, q.created, s.step, s.kind, s.occurred
FROM committee_question q JOIN committee_question_step s ON s.question = q.id
WHERE q.id = :id
  AND s.step = (SELECT MAX(t.step) FROM committee_question_step t WHERE t.question = q.id)
