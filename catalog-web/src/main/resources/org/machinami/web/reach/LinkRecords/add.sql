-- What is known of an address that was not known.
INSERT INTO link_check (id, address, checked, outcome, status, answered, failing, failures, due, said_ja, said_en)
VALUES (:id, :address, :checked, :outcome, :status, :answered, :failing, :failures, :due, :saidJa, :saidEn)
