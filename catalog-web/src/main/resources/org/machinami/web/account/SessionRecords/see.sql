-- A session is in use.
UPDATE account_session SET seen = :now WHERE id = :id
