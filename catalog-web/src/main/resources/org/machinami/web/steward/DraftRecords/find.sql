-- A draft.
SELECT id, dataset, publisher, state, base, created, changed,
  (SELECT COALESCE(MAX(v.version), 0) FROM draft_version v WHERE v.draft = d.id) AS version
FROM draft d WHERE id = :id
