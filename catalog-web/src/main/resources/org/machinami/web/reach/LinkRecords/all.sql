-- All that is known of addresses.
SELECT * FROM link_check
