"""Whom a speaker as written stands for: coreference of pronouns, descriptions and writings.

``resolve`` reads an article twice from its beginning, since a "she" further down tells whom the first "he" is not.

- What is gathered before, however it is read: ``background``. What those named are ``called``, by what is ``noted``
  of them: what stands ``beside_names``, in court (``in_court``) and by ``own_names`` that they ask for; which noun
  phrases are ``descriptions``, of which office (``offices``); the ``gender`` of those named; who is ``nameless``.
- What is kept in mind while reading: ``memory``.
- Whom a phrase means, asked in this order: a description, a relative or a name one goes by (``nouns``); a bare name of
  several people (``namesakes``); "the latter" (``latter``); "who" (``pronouns``); "the statement" (``issuers``);
  "she", "they", "it" (``pronouns``); last, a noun that is no more than a guess (``nouns``, with ``leads`` for who is
  named further down).
- Of pronouns and such nouns: whom they do not mean (``apart``, ``asking``, ``said``), what speaks for each of the
  others (``weighing``), how salient they were where they were seen (``prominence``), which of these ``antecedents`` is
  the likeliest, and whether that is in doubt.
- Who else speaks in "Lind and Fox said", ``together``; and which two a "they" means behind that, ``both``.
"""
