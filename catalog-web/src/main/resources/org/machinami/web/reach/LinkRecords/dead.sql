-- The addresses that do not answer, with each dataset that points there; those first that have failed for longest.
SELECT link_check.*, link_use.dataset FROM link_check JOIN link_use ON link_use.link = link_check.id
WHERE failures > 0 ORDER BY failing, address, dataset
