-- The question that a form has asked.
SELECT id FROM committee_question WHERE sent = :sent
