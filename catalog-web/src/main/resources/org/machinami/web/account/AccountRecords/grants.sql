-- What an account may do.
SELECT role, publisher FROM account_grant WHERE account = :account ORDER BY role, publisher
