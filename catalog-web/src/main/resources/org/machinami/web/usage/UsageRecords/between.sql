-- What was counted of each dataset from a day to another one, both included.
SELECT dataset, SUM(views) AS views, SUM(downloads) AS downloads
FROM dataset_usage
WHERE used_on BETWEEN :first AND :last
GROUP BY dataset
