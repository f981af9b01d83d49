"""Speech without a cue, told by the order and layout of paragraphs.

``transcripts`` come before anything else is asked, as their labels speak for whole paragraphs, then
``conference_calls``, whose labels stand in lines of their own; ``labels`` tells whom these name. The others change the
answers found so far, in this order: ``signatures`` below a quotation, ``headlines`` that end with their source,
``dialogue`` (question and answer in paragraphs of their own), ``dash_dialogues`` (the same as French prints it),
``interviews`` without labels, ``monologue`` (quotations in paragraphs of their own that go on).
"""
