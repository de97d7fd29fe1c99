-- The draft that a form has begun.
SELECT id FROM draft WHERE sent = :sent
