-- The account of a login.
SELECT id, login, name, organisation, state, password, created FROM account WHERE login = :value
