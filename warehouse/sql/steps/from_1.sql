-- From schema version 1 to 2.

-- Remote input: whether a file changed is told by its server's tag, without fetching it.
ALTER TABLE files ADD COLUMN remote_tag VARCHAR;
