-- The session of an id.
SELECT id, account, started, seen, browser FROM account_session WHERE id = :id
