-- A run that has ended.
INSERT INTO harvest_run (id, source, started, ended, cause, agent, outcome, told, added, changed, unchanged, deleted, refused, linked, said_ja, said_en)
VALUES (:id, :source, :started, :ended, :cause, :agent, :outcome, :told, :added, :changed, :unchanged, :deleted, :refused, :linked, :saidJa, :saidEn)
