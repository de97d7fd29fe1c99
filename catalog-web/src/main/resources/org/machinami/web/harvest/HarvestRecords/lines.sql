-- What a run has to tell of single records, so many at most.
SELECT * FROM harvest_line WHERE run = :run ORDER BY number LIMIT :most
