-- Grows with everything that is said.
SELECT COUNT(*) FROM committee_question_step
