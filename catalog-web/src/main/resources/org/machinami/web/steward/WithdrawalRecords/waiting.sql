-- Those that wait for a decision, the oldest first.
SELECT id, dataset, publisher, state, reason_ja, reason_en, account, name, asked, decided_name, decided_reason, decided FROM withdrawal WHERE state = :state ORDER BY asked
