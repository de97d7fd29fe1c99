-- Forgets forms that are old, and those of an account that are too many.
DELETE FROM account_form
WHERE kept < :before
  OR (account = :account AND id NOT IN (
    SELECT id FROM account_form WHERE account = :account ORDER BY kept DESC, id LIMIT :most))
