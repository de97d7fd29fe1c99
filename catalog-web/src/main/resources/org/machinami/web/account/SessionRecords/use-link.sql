-- Uses a link up.
DELETE FROM account_link WHERE id = :id AND expires > :now
