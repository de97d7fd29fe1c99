-- A decision, unless there is one.
UPDATE withdrawal SET state = :to, decided_by = :account, decided_name = :name, decided_reason = :reason, decided = :now
WHERE id = :id AND state = :from
