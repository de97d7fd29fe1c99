-- A new account, without a password.
INSERT INTO account (id, login, name, organisation, state, password, created)
VALUES (:id, :login, :name, :organisation, :state, '', :created)
