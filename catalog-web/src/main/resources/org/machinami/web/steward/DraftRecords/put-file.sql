-- A file of a draft.
INSERT INTO draft_file (draft, name, sha256, bytes, added) VALUES (:draft, :name, :sha256, :bytes, :now)
