-- A new session.
INSERT INTO account_session (id, account, started, seen, browser) VALUES (:id, :account, :now, :now, :browser)
