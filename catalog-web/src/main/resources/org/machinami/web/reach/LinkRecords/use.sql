-- A dataset that points to an address that does not answer.
INSERT INTO link_use (link, dataset) VALUES (:link, :dataset)
