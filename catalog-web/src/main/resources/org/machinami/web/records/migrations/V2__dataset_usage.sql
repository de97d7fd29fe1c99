-- How often a dataset was looked at and taken away on a day of the city's calendar. Nobody's address.

CREATE TABLE dataset_usage (
  used_on DATE NOT NULL,
  dataset VARCHAR(500) NOT NULL,
  views BIGINT NOT NULL,
  downloads BIGINT NOT NULL,
  PRIMARY KEY (used_on, dataset)
);
