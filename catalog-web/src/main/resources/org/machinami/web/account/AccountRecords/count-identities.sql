-- How many subjects of a provider an account is tied to.
SELECT COUNT(*) FROM account_identity WHERE account = :account AND issuer = :issuer
