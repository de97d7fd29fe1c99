-- What was asked of a dataset, the latest first.
SELECT id, dataset, publisher, state, reason_ja, reason_en, account, name, asked, decided_name, decided_reason, decided FROM withdrawal WHERE dataset = :dataset ORDER BY asked DESC, id
