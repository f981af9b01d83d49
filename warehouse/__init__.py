"""The lake: open, commit, query, maintain."""
