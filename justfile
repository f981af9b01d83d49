# `just` lists the recipes.

_list:
    @just --list

# Format, lint and type-check
check:
    ruff format --check .
    ruff check .
    mypy

# The tests that need neither the model nor Prefect, nor a lake, nor a process of their own
fast:
    python -m pytest -q -m "not model and not lake and not command and not prefect and not evaluation and not slow"

# The README's test command
test:
    python -m pytest

# Write the data dictionary anew
dictionary:
    python -m schemas.dictionary > docs/data-dictionary.md

# Write the expectations of all golden files anew; read the difference before you commit it
golden:
    python tests/golden/golden_rows.py

# Everything the CI does
ci:
    bash .ci/run
