"""Acronyms and initials, by their letters alone."""

from transforms.names.wordlists import words

_SHORTEST = 2


def is_acronym(text: str) -> bool:
    """Two or more letters, all capitals, full stops allowed."""
    own = letters(text)
    return len(own) >= _SHORTEST and own.isupper() and own.isalpha()


def letters(text: str) -> str:
    """Letters of an acronym, without full stops and the s of a plural."""
    plain = text.replace(".", "")
    return plain[:-1] if len(plain) > _SHORTEST and plain.endswith("s") and plain[:-1].isupper() else plain


def first_letters(name: str) -> str:
    """The first letter of each word of a name; one with a hyphen is one word."""
    return "".join(word[0] for word in name.split())


def initials(name: str) -> set[str]:
    """The initials of a folded name, with and without its small words."""
    parts = name.replace("-", " ").split()
    large = [part for part in parts if part not in words("small_words.txt")]
    return {first_letters(" ".join(parts)), first_letters(" ".join(large))}
