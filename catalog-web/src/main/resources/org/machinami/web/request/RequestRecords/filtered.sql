-- Requests with their present state, narrowed; an empty value narrows nothing. A part of count.sql and list.sql.
FROM data_request r
JOIN request_event e ON e.request = r.id
WHERE e.step = (SELECT MAX(step) FROM request_event l WHERE l.request = r.id)
  AND (:field = '' OR r.field = :field)
  AND (:municipality = '' OR r.municipality = :municipality)
  AND (:state = '' OR e.state = :state)
  AND (:all OR e.state IN (<shownStates>))
