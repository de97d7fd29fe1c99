-- Brings a draft into another state, if it is in the one from which that may be.
UPDATE draft SET state = :to, changed = :now WHERE id = :id AND state = :from
