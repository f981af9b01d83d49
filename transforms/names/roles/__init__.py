"""What is printed beside the name of a person: titles and roles, and what they tell.

``reader`` is asked. In a parsed English sentence it takes the phrase ``before`` or ``behind`` the name (``phrases`` has
what both are made of), else the words that ``titles`` knows, or ``french_titles``. What these tell: ``genders``, and
``profiles`` (walk of life, country).
"""
