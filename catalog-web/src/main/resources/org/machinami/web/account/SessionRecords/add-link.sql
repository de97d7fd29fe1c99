-- A new one-time link.
INSERT INTO account_link (id, account, expires) VALUES (:id, :account, :expires)
