-- Ends the sessions of an account but for one.
DELETE FROM account_session WHERE account = :account AND id <> :but
