-- What each account may do.
SELECT account, role, publisher FROM account_grant ORDER BY account, role, publisher
