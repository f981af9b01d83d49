"""Quotes: who said what, in whose words, and by which evidence."""

import dataframely as dy
import polars as pl

from schemas import columns as c
from schemas.vocabulary import QuoteKind, Section


class Quotes(dy.Schema):
    """One quoted or reported segment."""

    quote_id = c.identifier("Derived from article, content and span.", primary_key=True)
    utterance_id = c.identifier(
        "Shared by the segments of one act of speaking, such as a quotation split by 'he said'."
    )
    article_id = c.identifier("The article it stands in.")
    start = c.offset("First code point, quotation mark excluded.")
    end = c.offset("One past the last code point, quotation mark excluded.")
    text = c.text("The same as `articles.text[start:end]`: word for word, without the marks.", nullable=False)
    kind = c.choice(QuoteKind, "Direct, partial or indirect.")
    section = c.choice(Section, "Part of the article it stands in.")
    speaker_start = c.offset("First code point of the speaker as written.", nullable=True)
    speaker_end = c.offset("One past the last code point of the speaker as written.", nullable=True)
    speaker_text = c.text("The speaker as written, a pronoun too: `articles.text[speaker_start:speaker_end]`.")
    speaker_name = c.text("Full name of the speaker as this article prints it; null where the evidence is weak.")
    speaker_local_id = c.identifier("Key into `local_entities`: the speaker as this article names it.", nullable=True)
    speaker_entity_id = c.identifier("The entity across the corpus that speaks.", nullable=True)
    speaker_role = c.text("Role or title stated for the speaker, such as 'Kremlin spokesman'.")
    co_speaker_names = c.texts(
        "Full names of the others who say it too, where several speak together ('Lind and Fox said').", nullable=True
    )
    co_speaker_local_ids = c.texts("Keys into `local_entities`, in the order of `co_speaker_names`.", nullable=True)
    co_speaker_entity_ids = c.texts("The entities across the corpus, in the same order.", nullable=True)
    cue_start = c.offset("First code point of the words that mark the speech, such as 'said'.", nullable=True)
    cue_end = c.offset("One past the last code point of the cue.", nullable=True)
    cue_text = c.text("The cue as written.")
    cue_lemma = c.text("Dictionary form of the cue's verb or noun.")
    addressee = c.text("Who was spoken to, where stated.")
    confidence = c.share(
        "Estimated chance that the speaker is right; halved where a pronoun, a description or a family name may as "
        "well mean another; of rows without a speaker, that the best candidate would have been right. "
        "Of indirect rows: that the words are reported speech."
    )
    rule = c.text(
        "The evidence that ties the speaker to the words, such as 'subject' or 'relative clause, paragraph before'; "
        "each is explained in docs/quotations.md.",
        nullable=False,
    )

    @dy.rule()
    def span_is_ordered(cls) -> pl.Expr:  # noqa: D102, N805
        return cls.start.col < cls.end.col
