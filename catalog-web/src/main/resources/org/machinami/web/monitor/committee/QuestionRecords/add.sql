-- A new question.
INSERT INTO committee_question (id, dataset, publisher, clause, due, sent, created)
VALUES (:id, :dataset, :publisher, :clause, :due, :sent, :now)
