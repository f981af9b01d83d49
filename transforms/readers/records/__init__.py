"""Records of keys and values, whatever the file they come in: JSON, tables, spreadsheets, databases."""
