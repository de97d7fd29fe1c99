-- A new request to withdraw a dataset.
INSERT INTO withdrawal (id, dataset, publisher, state, reason_ja, reason_en, account, name, asked, decided_by, decided_name, decided_reason, decided)
VALUES (:id, :dataset, :publisher, :state, :ja, :en, :account, :name, :now, '', '', '', :now)
