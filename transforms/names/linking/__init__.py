"""Who is who across articles, and what users have decided about it."""
