"""Who is who across articles, and what users have decided about it.

- Of a name alone, before the corpus is looked at: ``identity``.
- What the corpus adds: ``corpus``, with ``majority_types`` for one name of several types, and for people of one family
  name ``people``, who asks the ``bearers`` of each full name; ``majority`` is when most of the evidence points one way.
- What users say wins: ``decisions``, and ``entity_list``, a list of their own.
"""
