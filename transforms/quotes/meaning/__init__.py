"""Whom a speaker as written stands for: pronouns, descriptions, writings."""
