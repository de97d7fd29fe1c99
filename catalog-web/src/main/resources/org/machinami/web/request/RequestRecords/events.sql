-- The states of a request, the first one first.
SELECT occurred, state, reason_ja, reason_en, dataset
FROM request_event
WHERE request = :request
ORDER BY step
