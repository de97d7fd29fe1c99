-- How many requests a list has.
SELECT COUNT(*)
FROM data_request r
JOIN request_event e ON e.request = r.id
WHERE e.step = (SELECT MAX(step) FROM request_event l WHERE l.request = r.id)
  AND (:field = '' OR r.field = :field)
  AND (:municipality = '' OR r.municipality = :municipality)
  AND (:state = '' OR e.state = :state)
  AND (:all OR e.state IN (<shownStates>))
