-- What was done, the first first.
SELECT account, name, occurred, kind, version, reason FROM draft_step WHERE draft = :draft ORDER BY step
