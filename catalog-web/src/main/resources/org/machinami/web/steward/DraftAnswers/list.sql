-- What was said of the rules, of whatever files.
SELECT rule, reply, given_by, given, files FROM draft_answer WHERE draft = :draft ORDER BY rule
