"""Readers: bytes of any known format to raw articles. What cannot be read becomes a reject, never an exception.

``registry`` has the readers in the order they are asked; ``packed`` files and archives are opened before, by
``unpacking`` them under limits (``peek`` at the first bytes, ``sniff`` at what they tell). ``options`` are the limits.

- Records, and tables of them: ``records``. The formats of agencies and feeds: ``wire``. What press databases export:
  ``exports``.
- A module each: ``plain`` text (``several`` articles in one), ``html``, ``saved_page``, ``warc``, ``mail`` and
  ``mail_body``, ``sgml``, ``rtf``, and within archives ``office`` and ``word``. ``refused`` knows what is not read.
- What they have in common: reads that are ``bounded``, ``elements`` of XML, ``markup`` of bodies, ``values`` as text,
  an ``item`` with stated fields, and how the parts ``assemble`` to a text.
"""

from collections.abc import Iterator
from dataclasses import replace

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.options import DEFAULTS, ReadOptions
from transforms.readers.packed import packing, read_packed
from transforms.readers.peek import Peeked
from transforms.readers.registry import READERS, Reader
from transforms.readers.unpacking import BombError, BrokenPackError, Budget


def read(source: Source, options: ReadOptions = DEFAULTS) -> Iterator[RawArticle | Rejected]:
    """Articles and rejects of one source, streamed; at least one of either.

    The reader is chosen by content. Members of archives are read like files, with ``uri!/member`` as their uri.
    An article's ``text`` never holds lone surrogates, so that it can be stored.
    """
    yield from _read(source, options, Budget())


def _read(source: Source, options: ReadOptions, budget: Budget) -> Iterator[RawArticle | Rejected]:
    count = 0
    try:
        for item in _items(source, options, budget):
            count += 1
            yield item
    except BombError as error:
        yield Rejected(source.uri, RejectReason.BOMB, str(error))
    except BrokenPackError as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, str(error))
    except (OSError, EOFError) as error:
        yield Rejected(source.uri, RejectReason.UNREADABLE, f"{type(error).__name__}: {error}")
    except Exception as error:  # noqa: BLE001  (hostile input must never end a run)
        yield Rejected(source.uri, RejectReason.PARSER_FAILED, f"{type(error).__name__}: {error}")
    else:
        if not count:
            yield Rejected(source.uri, RejectReason.EMPTY, "holds no record")


def _items(source: Source, options: ReadOptions, budget: Budget) -> Iterator[RawArticle | Rejected]:
    peeked = Peeked(source.stream)
    opened = replace(source, stream=peeked.stream)
    if kind := packing(peeked.head):
        return read_packed(opened, kind, options, budget, _read)
    reader = next(reader for reader in READERS if reader.takes(peeked.head, source.name))
    return reader.read(opened, options)


__all__ = ["DEFAULTS", "READERS", "ReadOptions", "Reader", "read"]
