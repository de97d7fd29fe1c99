-- The sessions of an account, the latest used first.
SELECT id, account, started, seen, browser FROM account_session WHERE account = :account ORDER BY seen DESC, id
