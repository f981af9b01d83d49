"""Pure functions from bytes to articles to spans. No I/O, no Prefect, no lake."""
