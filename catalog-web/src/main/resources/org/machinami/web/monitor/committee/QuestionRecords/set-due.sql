-- Another day by which an answer is awaited.
UPDATE committee_question SET due = :due WHERE id = :id
