"""One spelling for the forms of a name that differ only in case, accents, full stops or apostrophes."""

import unicodedata
from functools import lru_cache

_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'", "–": "-", "‐": "-", "‑": "-", ".": None, "\xad": None})
# Letters that Unicode does not decompose though writers of English replace them.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case-folded, without accents and full stops, white space collapsed: ``"José  U.S."`` gives ``"jose us"``."""
    if text.isascii():  # most words; nothing to decompose, and the long lists are folded in half the time
        return " ".join(text.lower().replace("`", "'").replace(".", "").split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_SAME).casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.translate(_PLAIN).split())
