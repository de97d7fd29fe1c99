-- The files of a draft.
SELECT name, sha256, bytes FROM draft_file WHERE draft = :draft ORDER BY name
