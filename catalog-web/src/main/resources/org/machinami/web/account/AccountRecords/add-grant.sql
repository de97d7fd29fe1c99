-- Lets an account do one thing more.
INSERT INTO account_grant (account, role, publisher) VALUES (:account, :role, :publisher)
