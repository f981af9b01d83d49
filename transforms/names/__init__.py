"""Names: who and what an article mentions, and which mentions mean the same.

``find`` is the way through an article. Each part may import those before it:

- ``wordlists``: reads the lists in ``data``;
- ``docs``: what spaCy puts together anew each time that it is asked;
- ``forms``: a name as a string: its parts, spelling and initials, the country that it stands for;
- ``spots``, ``sentences``, ``campuses``: a name as a span of tokens, where sentences begin, and a name that
  goes on behind a comma;
- ``roles``: titles and roles beside the name of a person, and what they tell;
- ``passes``: what corrects the names that the recogniser found, a module for each kind of mistake;
- ``coreference``: which names of an article mean the same;
- ``linking``: who is who across articles, and what users have decided about it.

``recognizer`` stands apart: it makes the entities on each ``Doc`` that all of this begins with, so ``paragraphs`` asks
it before. The word lists are read outside, too, by ``masking`` and ``tags``.
"""

from transforms.names.find import find_names

__all__ = ["find_names"]
