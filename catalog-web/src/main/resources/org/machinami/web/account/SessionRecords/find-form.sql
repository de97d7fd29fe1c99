-- A kept form of an account.
SELECT path, body FROM account_form WHERE id = :id AND account = :account AND kept > :after
