-- Records that contradict themselves, so many at most: what they are and what is wrong.
SELECT 'request ' || r.id AS record, 'has no state' AS fault
FROM data_request r
WHERE NOT EXISTS (SELECT 1 FROM request_event e WHERE e.request = r.id)
UNION ALL
SELECT 'request ' || e.request, 'lacks one of its states'
FROM request_event e
GROUP BY e.request
HAVING MIN(e.step) <> 1 OR MAX(e.step) <> COUNT(*)
UNION ALL
SELECT 'dataset ' || u.dataset || ' on ' || CAST(u.used_on AS VARCHAR(10)), 'was used a negative number of times'
FROM dataset_usage u
WHERE u.views < 0 OR u.downloads < 0
ORDER BY 1, 2
LIMIT :most
