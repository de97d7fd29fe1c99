-- A new draft.
INSERT INTO draft (id, dataset, publisher, state, base, sent, created, changed)
VALUES (:id, :dataset, :publisher, 'open', :base, :sent, :now, :now)
