-- Every quotation once, however many copies of its article there are.
CREATE OR REPLACE VIEW quotes_once AS
SELECT q.*
FROM quotes AS q
JOIN articles AS a USING (article_id)
WHERE a.is_canonical
