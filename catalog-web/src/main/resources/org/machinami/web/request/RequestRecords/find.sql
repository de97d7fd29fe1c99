-- A request with its present state and the number of its supporters.
SELECT r.id, r.created, r.language, r.wanted, r.purpose, r.field, r.municipality, r.about, r.contact,
  e.occurred, e.state, e.reason_ja, e.reason_en, e.dataset,
  (SELECT COUNT(*) FROM request_support s WHERE s.request = r.id) AS supporters
FROM data_request r
JOIN request_event e ON e.request = r.id
WHERE r.id = :id
  AND e.step = (SELECT MAX(step) FROM request_event l WHERE l.request = r.id)
