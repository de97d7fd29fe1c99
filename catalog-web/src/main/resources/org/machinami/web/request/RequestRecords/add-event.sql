-- The next state of a request.
INSERT INTO request_event (request, step, occurred, state, reason_ja, reason_en, dataset)
VALUES (
  :request,
  (SELECT COALESCE(MAX(step), 0) + 1 FROM request_event WHERE request = :request),
  :occurred, :state, :reasonJa, :reasonEn, :dataset
)
