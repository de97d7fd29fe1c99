-- What is known of some addresses.
SELECT * FROM link_check WHERE id IN (<ids>)
