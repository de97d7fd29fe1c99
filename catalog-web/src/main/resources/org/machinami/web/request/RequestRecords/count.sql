-- How many requests a list has.
SELECT COUNT(*)
<filtered>
