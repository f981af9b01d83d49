"""Bytes to text."""

import pytest

from schemas.vocabulary import RejectReason
from transforms.decode import UndecodableError, decode

TEXT = "“Café,” she said – naïve.\n" * 20


@pytest.mark.parametrize(
    ("data", "declared", "encoding"),
    [
        pytest.param(TEXT.encode(), None, "utf-8", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), None, "utf-8", id="UTF-8 with mark"),
        pytest.param(TEXT.encode("utf-16"), None, "utf-16-le", id="UTF-16 with mark"),
        pytest.param(TEXT.encode("utf-16-be"), None, "utf-16-be", id="UTF-16 without mark"),
        pytest.param(TEXT.encode("cp1252"), None, "cp1252", id="Windows"),
        pytest.param(TEXT.encode("cp1252"), "iso-8859-1", "cp1252", id="Windows, declared as Latin-1"),
        pytest.param(TEXT.encode(), "iso-8859-15", "iso8859-15", id="what is declared comes first"),
        pytest.param(TEXT.encode(), "no-such-encoding", "utf-8", id="unknown declaration"),
        pytest.param(TEXT.encode(), "rot13", "utf-8", id="a codec that is no encoding"),
    ],
)
def test_bytes_are_decoded(data, declared, encoding):
    decoded = decode(data, declared)
    assert decoded.encoding == encoding
    if encoding != "iso8859-15":
        assert decoded.text == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(TEXT.encode() + b"caf\xe9\n", TEXT + "café\n", id="a byte of Windows"),
        pytest.param(b"\x93" + TEXT.encode(), "“" + TEXT, id="at the beginning"),
        pytest.param(TEXT.encode() + "–".encode()[:2], TEXT, id="cut within a letter"),
        pytest.param(TEXT.encode() + b"\x9d\n", TEXT + "\ufffd\n", id="a byte that nothing means"),
    ],
)
def test_a_foreign_byte_costs_itself_and_no_other(data, text):
    decoded = decode(data, "utf-8")
    assert (decoded.text, decoded.encoding) == (text, "utf-8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("The port can’t wait, she said.", "mac_roman", id="an apostrophe"),
        pytest.param("“We wait,” she said – at the port of Pell.", "mac_roman", id="a quotation"),
        pytest.param("L’été de l’équipage est « long », dit-elle.", "mac_roman", id="French"),
        pytest.param("The port can’t wait – “We left,” she said.", "cp1252", id="Windows"),
        pytest.param("“La cançó de l’Òscar Vidal i l’ÓRBITA no s’acaba.”", "cp1252", id="capitals of Catalan"),
    ],
)
def test_marks_tell_old_macs_from_windows(text, encoding):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding.replace("_", "-"))


def test_chinese_is_not_taken_for_old_macs():
    assert decode(b"\xb0a\xd5a" * 60).encoding != "mac-roman"


def test_windows_with_what_looks_like_utf8_once_is_windows():
    assert decode((TEXT + "Ã©").encode("cp1252")).encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", RejectReason.BINARY, id="NUL bytes"),
        pytest.param(bytes(range(1, 32)) * 20, RejectReason.BINARY, id="control characters"),
        pytest.param(b"\xff\xfe\x00\xd8\x00\xd8", RejectReason.UNDECODABLE, id="broken UTF-16"),
        pytest.param(
            "\ue000\ue001\ue002 a".encode("utf-16") * 30, RejectReason.UNDECODABLE, id="characters of no script"
        ),
    ],
)
def test_bytes_of_no_known_encoding_are_refused(data, reason):
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert caught.value.reason is reason
