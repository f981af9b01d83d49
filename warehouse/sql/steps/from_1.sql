-- From schema version 1 to 2.

SELECT 1;
