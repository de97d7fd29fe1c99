-- A draft was changed.
UPDATE draft SET changed = :now WHERE id = :id
