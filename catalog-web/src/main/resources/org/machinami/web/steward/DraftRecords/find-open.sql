-- The draft of a dataset that is not finished.
SELECT id FROM draft WHERE dataset = :dataset AND state IN ('open', 'submitted')
