-- Who had a hand in a draft.
SELECT account FROM draft_version WHERE draft = :draft
UNION SELECT account FROM draft_step WHERE draft = :draft AND kind IN ('begun', 'submitted', 'file', 'mended', 'answered')
