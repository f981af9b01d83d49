"""Pure functions from bytes to articles to spans. No I/O, no Prefect, no lake.

From bytes to rows of ``articles`` and ``blocks``:

- ``readers`` take a file and yield an ``article`` as found. They use ``decode`` and ``mojibake`` for bytes, ``html``
  for pages, ``lines`` for plain text, and ``hints`` that the user gave.
- ``normalize`` makes rows of it: ``dates``, names of authors (``byline``, ``byline_others``), ``urls``, ``ids``,
  ``language``. ``duplicates`` hashes the text, and compares such hashes.

From an article to ``mentions`` and ``quotes``, all of it through ``annotate``:

- ``turn_labels`` are those before the turns of a transcript, which ``lines`` asks for as well.
- ``pieces`` cuts blocks that are too long.
- ``marks`` pairs quotation marks; ``tags`` finds tags that stand within marks, and how French words them.
- ``masking`` is what the parser is shown of that, ``compounds`` what of "vice-president".
- ``models`` loads spaCy, and makes it quick.
- ``paragraphs`` puts these together for all that comes next: ``names``, then ``quotes``, which hand on ``spans``.

``wordlists`` reads the data files beside the code.
"""
