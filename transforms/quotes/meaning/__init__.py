"""Whom a speaker as written stands for: coreference of pronouns, descriptions and writings.

``resolve`` reads an article twice from its beginning, since a "she" further down tells whom the first "he" is not.

- What is gathered before, from the whole article: ``background``. Its parts: the ``descriptors`` of each entity, such
  as "a lawyer" and "34", from the words ``beside_names``, in court (``in_court``) and from the ``chosen_names`` that
  people ask to go by; which noun phrases are ``descriptions``, of which office (``offices``), and which entities these
  may mean (``descriptor_matching``); the ``gender`` of each entity; who is ``nameless``.
- What is kept while reading: ``memory``, with the antecedents so far and the referent of each noun phrase.
- Whom a phrase means, asked in this order: a description, a relative or a name one goes by (``nouns``); a bare name of
  several people (``namesakes``); "the latter" (``latter``); "who" (``pronouns``); "the statement" (``issuers``);
  "she", "they", "it" (``pronouns``); last, a noun that is no more than a guess (``nouns``, with ``leads`` for who is
  named further down).
- Of pronouns and such nouns: whom they cannot mean (``disjoint_reference``, ``asking``, ``speech_content``), a score
  for each of the others (``antecedent_scoring``, with their ``salience``), which of these ``antecedents`` is the
  likeliest, and whether that is in doubt.
- The ``joint_speakers`` of "Lind and Fox said", and the ``plural_antecedents`` that a "they" behind that means.
"""
