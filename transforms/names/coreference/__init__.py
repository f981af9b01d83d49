"""Which names of one article mean the same.

``clusters`` is the way through. People: those named in full (``full_names``), whom bare names mean (``bare_names``),
then ``misprints`` and other names (``aliases``). Bodies: ``short_names`` and ``acronym_pairs``. A ``cluster`` is what
was put together so far, a ``local_entity`` what comes of it.
"""
