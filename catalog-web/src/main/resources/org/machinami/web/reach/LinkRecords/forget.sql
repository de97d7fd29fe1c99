-- Addresses that nothing points to any more.
DELETE FROM link_check WHERE id IN (<ids>)
