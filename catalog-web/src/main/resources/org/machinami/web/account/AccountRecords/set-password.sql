-- The hash of a new password.
UPDATE account SET password = :password WHERE id = :id
