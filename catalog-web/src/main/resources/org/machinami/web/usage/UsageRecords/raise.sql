-- Adds to what is counted of a dataset on a day; no row is changed where there is none yet.
UPDATE dataset_usage
SET views = views + :views, downloads = downloads + :downloads
WHERE used_on = :day AND dataset = :dataset
