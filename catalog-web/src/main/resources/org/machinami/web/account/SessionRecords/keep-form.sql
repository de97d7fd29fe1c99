-- Keeps a form.
INSERT INTO account_form (id, account, path, body, kept) VALUES (:id, :account, :path, :body, :now)
