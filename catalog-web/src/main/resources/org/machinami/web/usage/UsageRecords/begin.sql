-- The first counts of a dataset on a day.
INSERT INTO dataset_usage (used_on, dataset, views, downloads)
VALUES (:day, :dataset, :views, :downloads)
