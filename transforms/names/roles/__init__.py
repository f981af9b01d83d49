"""What is printed beside the name of a person: titles and roles, and what they tell.

``reader`` is asked. In a parsed English sentence it takes the phrase before the name (``before_name``; ``title_heads``
tells its noun, ``title_starts`` its first word) or the one behind it (``after_name``); ``phrases`` has what both are
made of. Else it takes the words that ``titles`` knows, or ``french_titles``. What these tell: ``genders``, and
``profiles`` (walk of life, country).
"""
