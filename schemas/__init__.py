"""Every table, column, type, key, unit and description of copydesk, declared once.

From these classes come the Polars and Arrow types, the DDL and comments of the lake, validation, and
``docs/data-dictionary.md``. They are gathered in :mod:`schemas.tables`, not here: what they are made with takes a third
of a second to load, and a command that only asks the lake needs none of it.
"""

SCHEMA_VERSION = 6
"""Goes up with every change that an existing lake must be migrated for."""
