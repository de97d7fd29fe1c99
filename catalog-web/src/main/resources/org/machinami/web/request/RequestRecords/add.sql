-- A new request; its first state and its first supporter come in the same transaction.
INSERT INTO data_request (id, created, language, wanted, purpose, field, municipality, about, contact)
VALUES (:id, :created, :language, :wanted, :purpose, :field, :municipality, :about, :contact)
