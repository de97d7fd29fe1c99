-- The account of a link.
SELECT account FROM account_link WHERE id = :id AND expires > :now
