-- Ends the links of an account.
DELETE FROM account_link WHERE account = :account
