-- The last round.
SELECT * FROM link_run ORDER BY started DESC, id DESC LIMIT 1
