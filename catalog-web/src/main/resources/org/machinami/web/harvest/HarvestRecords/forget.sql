-- The lines of all runs of a source but those that began after a moment.
DELETE FROM harvest_line WHERE run IN (SELECT id FROM harvest_run WHERE source = :source AND started < :before)
