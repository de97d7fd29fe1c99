-- Takes back all that was said.
DELETE FROM draft_answer WHERE draft = :draft
