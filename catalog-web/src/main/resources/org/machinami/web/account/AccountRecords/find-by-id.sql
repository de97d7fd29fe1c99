-- The account of an id.
SELECT id, login, name, organisation, state, password, created FROM account WHERE id = :value
