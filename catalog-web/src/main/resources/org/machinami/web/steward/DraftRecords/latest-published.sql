-- The draft from which a dataset was published last.
SELECT id FROM draft WHERE dataset = :dataset AND state = 'published' ORDER BY changed DESC, id LIMIT 1
