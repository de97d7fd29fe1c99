-- Requests with their present state, the latest changed or the most needed first.
SELECT r.id, r.created, r.language, r.wanted, r.purpose, r.field, r.municipality, r.about, r.contact,
  e.occurred, e.state, e.reason_ja, e.reason_en, e.dataset,
  (SELECT COUNT(*) FROM request_support s WHERE s.request = r.id) AS supporters
<filtered>
ORDER BY
  CASE WHEN :mostNeeded THEN (SELECT COUNT(*) FROM request_support s WHERE s.request = r.id) ELSE 0 END DESC,
  e.occurred DESC, r.id
LIMIT :limit OFFSET :offset
