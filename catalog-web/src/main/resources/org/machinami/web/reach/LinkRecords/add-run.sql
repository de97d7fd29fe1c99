-- A round that has ended.
INSERT INTO link_run (id, started, ended, addresses, asked, answered, failed, failing)
VALUES (:id, :started, :ended, :addresses, :asked, :answered, :failed, :failing)
