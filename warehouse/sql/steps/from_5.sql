-- From schema version 5 to 6.

-- By which gender an article refers to a person. Old rows say nothing until their articles are read anew.
ALTER TABLE local_entities ADD COLUMN referential_gender VARCHAR;
