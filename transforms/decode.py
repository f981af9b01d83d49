"""Bytes to text: byte order mark, declared encoding, strict UTF-8, marks of old Macs, then charset-normalizer.

HTML declares its encoding; a declared one that does not fit is ignored, since servers and templates lie.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from schemas.vocabulary import RejectReason

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAX_ODD_SHARE = 0.2
# https://encoding.spec.whatwg.org/#names-and-labels: these labels mean the Windows superset on the web.
_WEB_NAMES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-9": "cp1254",
}
_UTF16_SAMPLE = 2000
FOREIGN = re.compile("[\udc80-\udcff]+")  # bytes that are no UTF-8, as "surrogateescape" keeps them
_CUT_LETTER = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\\Z")
_FEWEST_LETTERS_FOR_ONE = 2  # letters of two bytes and more for each foreign byte
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.02
_CONTROL_SAMPLE = 100_000
_GUESS_SAMPLE = 60_000
# Where typographic marks stand: an apostrophe within a word, or an opening one and a closing one at the ends of words.
_MAC_APOSTROPHE = re.compile(rb"(?<=[A-Za-z])\xd5(?=[a-z\x87-\x9f])")
_WINDOWS_APOSTROPHE = re.compile(rb"(?<=[A-Za-z])\x92(?=[a-z\xe0-\xff])")
_MAC_QUOTATION = re.compile(rb"(?<![^\s(])\xd2(?=[A-Za-z])[^\xd2\xd3]{1,1000}(?<=[a-z.,!?])\xd3(?![A-Za-z])")
_MOST_FOREIGN = 0.2  # of the bytes of a text in Latin letters; of Chinese or Russian more than half are


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, and the name of the encoding it was in."""

    text: str
    encoding: str


class UndecodableError(ValueError):
    """Bytes that are not text. ``reason`` is ``binary`` or ``undecodable``."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def decode(data: bytes, *declared: str | None) -> Decoded:
    """Decode a whole file; of the encodings ``declared`` for it the first that is one and fits.

    Raises:
        UndecodableError: it holds NUL bytes or many control characters (``binary``), or no encoding fits.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(_strictly(data[len(bom) :], name), name)
    if b"\x00" in data:
        if (wide := _utf16_without_bom(data)) is not None:
            return wide
        raise UndecodableError(RejectReason.BINARY, "holds NUL bytes")
    for name in filter(None, (*map(_codec, declared), "utf-8")):
        try:
            return _checked(data.decode(name), name)
        except UnicodeDecodeError:
            continue
    nearly = _nearly_utf8(data)
    return _checked(nearly, "utf-8") if nearly is not None else _guess(data)


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with some bytes of Windows-1252 among it, or cut within its last letter; None if it is no UTF-8.

    Text in another encoding holds hardly a run of bytes that are a letter in UTF-8.
    """
    text = _CUT_LETTER.sub("", data.decode("utf-8", "surrogateescape"))
    foreign = sum(map(len, FOREIGN.findall(text)))
    letters = sum(char > "\x7f" for char in text) - foreign
    if letters < _FEWEST_LETTERS_FOR_ONE * max(1, foreign):
        return None
    return FOREIGN.sub(lambda match: match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text)


def _codec(declared: str | None) -> str | None:
    if not declared:
        return None
    name = declared.strip().strip("\"'").casefold()
    name = _WEB_NAMES.get(name, name)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Codecs such as rot13 and base64 are no character encodings; UTF-16 in a page that was read so far is a lie.
    return found.name if found._is_text_encoding and not found.name.startswith(("utf-16", "utf-32", "utf-7")) else None


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UndecodableError(RejectReason.UNDECODABLE, f"byte order mark says {name}: {error.reason}") from error


def _utf16_without_bom(data: bytes) -> Decoded | None:
    """Western text in UTF-16 has a NUL in every second byte."""
    sample = data[:_UTF16_SAMPLE]
    for name, zeros, letters in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        if zeros and zeros.count(0) > 0.7 * len(zeros) and letters.count(0) == 0:
            try:
                return _checked(data.decode(name), name)
            except UnicodeDecodeError:
                return None
    return None


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow to import, seldom needed)

    sample = data[:_GUESS_SAMPLE]
    if len(data) > _GUESS_SAMPLE:
        sample = sample.rsplit(b"\n", 1)[0]
    matches = from_bytes(sample)
    best = matches.best()
    candidates = [best.encoding] if best is not None else []
    # Western newspapers dominate what is not UTF-8: of equally likely encodings theirs is taken. It refuses only
    # five bytes, so it is also the last resort.
    western = [match for match in matches if {"cp1252", "latin_1"} & {match.encoding, *match.could_be_from_charset}]
    if best is not None and any(match.chaos <= best.chaos for match in western):
        candidates = ["cp1252", *candidates]
    if _is_mac(sample):
        candidates = ["mac_roman", *candidates]
    for name in (*candidates, "cp1252"):
        try:
            return _checked(data.decode(name), name)
        except UnicodeDecodeError:
            continue
    raise UndecodableError(RejectReason.UNDECODABLE, "no encoding fits its bytes")


def _is_mac(data: bytes) -> bool:
    """Text of old Macs. Its letters alone rarely tell; its marks are capitals elsewhere, which hardly stand so."""
    if len(data) - len(data.decode("ascii", "ignore")) > _MOST_FOREIGN * len(data):
        return False
    apostrophes = len(_MAC_APOSTROPHE.findall(data)) - len(_WINDOWS_APOSTROPHE.findall(data))
    return apostrophes > 0 or (apostrophes == 0 and _MAC_QUOTATION.search(data) is not None)


def _checked(text: str, name: str) -> Decoded:
    sample = text[:_CONTROL_SAMPLE]
    if "\x00" in text or len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * max(1, len(sample)):
        raise UndecodableError(RejectReason.BINARY, "mostly control characters")
    odd = sum(unicodedata.category(char) in {"Cn", "Co", "Cs"} for char in sample[:_UTF16_SAMPLE])
    if odd > _MAX_ODD_SHARE * max(1, len(sample[:_UTF16_SAMPLE])):
        raise UndecodableError(RejectReason.UNDECODABLE, f"no characters that are in use, read as {name}")
    return Decoded(text.removeprefix("\ufeff"), codecs.lookup(name).name)
