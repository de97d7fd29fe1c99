-- What a run has to tell of one record.
INSERT INTO harvest_line (run, number, kind, record, clause, said_ja, said_en)
VALUES (:run, :number, :kind, :record, :clause, :saidJa, :saidEn)
