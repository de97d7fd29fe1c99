-- All accounts.
SELECT id, login, name, organisation, state, password, created FROM account ORDER BY login
