-- Forgets sessions that ended long ago.
DELETE FROM account_session WHERE started < :before
