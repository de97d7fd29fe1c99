-- A request and all that hangs on it.
DELETE FROM data_request WHERE id = :id
