-- The sources that were ever run.
SELECT DISTINCT source FROM harvest_run ORDER BY source
