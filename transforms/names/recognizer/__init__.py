"""A named-entity recogniser for news that reads a whole article at once. Model card: docs/ner-model-card.md.

``news_ner`` is the one that the pipeline uses, ``recognize`` applies it to paragraphs. A token becomes numbers
(``features``, ``vectors`` of words), the ``network`` scores the ``tags`` of each with a memory of the article
(``pooling``), and ``labels`` turns its types into those of OntoNotes.
"""
