-- What was done.
INSERT INTO draft_step (draft, step, account, name, occurred, kind, version, reason)
VALUES (:draft, (SELECT COALESCE(MAX(s.step), 0) + 1 FROM draft_step s WHERE s.draft = :draft),
  :account, :name, :now, :kind, :version, :reason)
