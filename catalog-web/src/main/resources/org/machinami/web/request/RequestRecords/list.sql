-- Requests with their present state, the latest changed or the most needed first. An empty value narrows nothing.
SELECT r.id, r.created, r.language, r.wanted, r.purpose, r.field, r.municipality, r.about, r.contact,
  e.occurred, e.state, e.reason_ja, e.reason_en, e.dataset,
  (SELECT COUNT(*) FROM request_support s WHERE s.request = r.id) AS supporters
FROM data_request r
JOIN request_event e ON e.request = r.id
WHERE e.step = (SELECT MAX(step) FROM request_event l WHERE l.request = r.id)
  AND (:field = '' OR r.field = :field)
  AND (:municipality = '' OR r.municipality = :municipality)
  AND (:state = '' OR e.state = :state)
  AND (:all OR e.state IN (<shownStates>))
ORDER BY
  CASE WHEN :mostNeeded THEN (SELECT COUNT(*) FROM request_support s WHERE s.request = r.id) ELSE 0 END DESC,
  e.occurred DESC, r.id
LIMIT :limit OFFSET :offset
