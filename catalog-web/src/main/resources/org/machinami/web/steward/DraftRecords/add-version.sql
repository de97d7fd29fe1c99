-- One saving.
INSERT INTO draft_version (draft, version, account, name, saved, description, mapping)
VALUES (:draft, :version, :account, :name, :now, :description, :mapping)
