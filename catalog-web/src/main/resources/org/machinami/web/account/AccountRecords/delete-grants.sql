-- Takes all away that an account may do.
DELETE FROM account_grant WHERE account = :account
