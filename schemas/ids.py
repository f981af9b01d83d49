"""How long an id is."""

ID_LENGTH = 20
"""Hexadecimal digits: 80 bits, so that a billion rows collide with a chance below one in a million."""
