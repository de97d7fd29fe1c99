-- One more who needs it; nothing where that supporter has said so before.
INSERT INTO request_support (request, supporter, occurred)
SELECT id, CAST(:supporter AS VARCHAR(64)), CAST(:occurred AS TIMESTAMP(3) WITH TIME ZONE)
FROM data_request
WHERE id = :request
  AND NOT EXISTS (SELECT 1 FROM request_support WHERE request = :request AND supporter = :supporter)
