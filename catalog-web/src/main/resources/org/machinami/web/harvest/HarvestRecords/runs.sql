-- The runs of a source, the latest first, so many at most.
SELECT * FROM harvest_run WHERE source = :source ORDER BY started DESC, id DESC LIMIT :most
