-- Takes a file out of a draft.
DELETE FROM draft_file WHERE draft = :draft AND name = :name
