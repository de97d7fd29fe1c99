-- Which datasets point to addresses that do not answer is written anew.
DELETE FROM link_use
