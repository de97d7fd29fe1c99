-- A draft goes on from another commit.
UPDATE draft SET base = :base WHERE id = :id
