-- All questions with the last step of each, the latest asked first.
SELECT q.id, q.dataset, q.publisher, q.clause, q.due, q.created, s.step, s.kind, s.occurred
FROM committee_question q JOIN committee_question_step s ON s.question = q.id
WHERE s.step = (SELECT MAX(t.step) FROM committee_question_step t WHERE t.question = q.id)
ORDER BY q.created DESC, q.id
