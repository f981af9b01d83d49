"""Which names of one article mean the same."""
