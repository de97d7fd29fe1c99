-- Ties an account to what a provider calls it.
INSERT INTO account_identity (issuer, subject, account) VALUES (:issuer, :subject, :account)
