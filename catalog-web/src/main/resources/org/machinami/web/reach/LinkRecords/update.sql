-- What is known of an address now.
UPDATE link_check SET checked = :checked, outcome = :outcome, status = :status, answered = :answered, failing = :failing,
  failures = :failures, due = :due, said_ja = :saidJa, said_en = :saidEn
WHERE id = :id AND address = :address
