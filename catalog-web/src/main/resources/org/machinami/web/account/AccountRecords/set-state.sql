-- Closes or opens an account.
UPDATE account SET state = :state WHERE id = :id
