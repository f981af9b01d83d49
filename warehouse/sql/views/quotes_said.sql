-- What somebody says: all that stands between marks, and of what is reported the rows that are surely something said.
-- Below 0.4 are mostly wishes, plans and acts: "wants to sell it". Half the confidence is left where a speaker is in doubt.
CREATE OR REPLACE VIEW quotes_said AS
FROM quotes
WHERE kind <> 'indirect' OR confidence >= 0.4
