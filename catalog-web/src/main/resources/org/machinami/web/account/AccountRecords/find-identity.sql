-- The id of the account that a provider means.
SELECT account FROM account_identity WHERE issuer = :issuer AND subject = :subject
