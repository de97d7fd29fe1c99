-- A saving.
SELECT version, account, name, saved, description, mapping FROM draft_version WHERE draft = :draft AND version = :version
