-- From schema version 5 to 6. Old rows say nothing of either until their articles are read anew.

-- By which gender an article refers to a person.
ALTER TABLE local_entities ADD COLUMN referential_gender VARCHAR;

-- The host of an article's address.
ALTER TABLE articles ADD COLUMN site VARCHAR;
