"""Names as strings: their parts, spelling and initials, the countries that they stand for."""
