"""Being here, it lets the tests of all folders below import ``marked_articles``."""
