-- What an account is called.
UPDATE account SET name = :name, organisation = :organisation WHERE id = :id
