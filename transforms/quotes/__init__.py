"""Quotations: finding them, and finding who said them.

``find`` is the way through an article, one step after the other:

1. ``learned.questions`` reads it: the parses (``grammar``), and for each stretch between marks who may have said it.
2. ``spoken`` takes what labels tell ("KAMAU: ..."), by ``turns.transcripts``; what else is found in those paragraphs is
   left out.
3. ``quoted`` decides on every other stretch between marks, by the models of ``learned`` and the rules of
   ``corrections``: is it speech and no name or term (``terms``, ``unclaimed``), who says it by which cue, is it a whole
   sentence (``kinds``), does somebody say it in full elsewhere (``echoes``).
4. ``reported`` does so with what is told without marks, but for what reports nothing (``no_reports``);
   ``within_reports`` ties marked words to the report that they stand in.
5. ``meaning`` goes through all noun phrases and tells whom each stands for, and by which gender the article refers to
   the people it names.
6. ``turns`` gives speakers to what has none, by the order of the paragraphs. Some of it asks whom a speaker means.
7. ``interrupted`` mends the second half of a sentence, ``utterances`` and ``echoes`` tell what is one act of speaking.
8. ``rows`` makes a row of each answer, with ``sections``, ``rules`` (the evidence by name) and ``details`` (role and
   addressee).

A part may import those before it, in the order ``grammar``, ``learned``, ``corrections``, ``meaning``, ``turns``, and
none of the modules beside this one, which put the answers together. So a rule belongs in ``grammar`` if the parse alone
tells; in ``learned`` if it makes or scores what the models choose from; in ``corrections`` if it changes their choice;
in ``meaning`` if it tells whom a phrase stands for; in ``turns`` if the layout of paragraphs does; in ``terms`` or
``no_reports`` if it tells that nothing is said at all; and beside this module if it needs an answer, or more than one.
Those of ``corrections``, ``terms`` and ``no_reports`` stand in a table each, with a sentence that they are for:
``corrections.order``, ``terms.order``, ``no_reports.order``.
"""

from transforms.quotes.find import ArticleQuotes, find_quotes, find_quotes_and_genders

__all__ = ["ArticleQuotes", "find_quotes", "find_quotes_and_genders"]
