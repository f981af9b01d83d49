"""Articles: the current revision of each, with where every field came from."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import AnnotationStatus, Precision


class Articles(dy.Schema):
    """The current revision of an article."""

    article_id = c.identifier(
        "Identity of the article: from its provider's id or canonical URL, else its `source_uri`.", primary_key=True
    )
    revision = dy.Int32(description="1 for the first content seen under this identity, then counting up.", min=1)
    content_hash = c.identifier("SHA-256 of `text`; equal content has equal hashes.")
    prose_hash = c.identifier(
        "Digest of the words of the body: equal for articles of one wording, whatever their title, case, marks and "
        "paragraphs; key into `fingerprints`. A body of a few words has that of the whole text.",
        nullable=True,
    )
    source_uri = c.text("Where the article was read: a file, or a member or record of one.", nullable=False)
    format = c.text("Name of the reader that read it: `plain`, `html`, `jsonl`, ...", nullable=False)
    text = c.text(
        "The reading text. Every span of every table points into it; it never changes under a revision.", nullable=False
    )
    title = c.text("Headline.")
    title_method = c.text("How the title was found: `json-ld`, `meta`, `first-line`, ...")
    dek = c.text("Standfirst: the line or two that sum the article up below its title.")
    dek_method = c.text("How the dek was found.")
    authors = c.texts("Names in the byline, in printed order.")
    authors_method = c.text("How the authors were found.")
    contributors = c.texts("Names in a line such as 'A and B contributed to this report.'")
    publisher = c.text("Name of the outlet, where the input states it.")
    publisher_method = c.text("How the publisher was found.")
    url = c.text("Canonical address, without tracking parameters.")
    site = c.text("Host of `url` without 'www.': what tells the outlet where no `publisher` is stated.")
    published_at = c.instant("When it was published; null if no zone is stated or known.")
    published_local = c.local_time(
        "When it was published, as the wall clock of the printed zone, or of an unknown one."
    )
    published_text = c.text("The date line or field as it was written.")
    published_precision = c.choice(Precision, "How exact the publication time is.", nullable=True)
    published_zone_source = c.text(
        "Where the zone came from: `offset`, `zone-name`, or `publisher` for that of the settings; null if unknown."
    )
    published_method = c.text("How the publication time was found.")
    modified_at = c.instant("When the publisher last changed it, where stated with a zone.")
    dateline = c.text("Place (and agency) that opens the body, as in 'KYIV, Ukraine (AP)'.")
    section = c.text("Section of the outlet: Politics, World, ...")
    keywords = c.texts("Keywords or topics that the publisher gave.")
    language = c.text("ISO 639-1 code of the language of `text`; `und` where it can't be told.")
    language_method = c.text("How the language was found: `detected` from the text, or `stated` by the input.")
    language_confidence = c.share("Chance that the language is right, as the detector sees it.", nullable=True)
    subject_codes = c.texts(
        "Codes of its subjects, as a wire service gives them: `medtop:20000822`, ...", nullable=True
    )
    urgency = dy.Int32(
        description="Editorial urgency that a wire service gave: 1 the greatest, 5 usual, 8 the least.",
        nullable=True,
        min=0,
    )
    is_free = dy.Bool(
        description="False behind a paywall, true where the page says it is free, null where it does not say.",
        nullable=True,
    )
    images = c.pictures("Its pictures, each with address, caption and credit where the input states them.")
    editor_notes = c.texts(
        "What outlet or provider say about this version: corrections, updates, notes to editors.", nullable=True
    )
    text_repair = c.text("How garbled characters were mended: `utf-8 read as windows-1252`; null where none were.")
    annotation = c.choice(AnnotationStatus, "Whether quotes and mentions were looked for, or why not.")
    annotated_by = c.text("Model and version that made the article's quotes and mentions.")
    word_count = c.count("Words in the title, dek and body.", "words")
    duplicate_group_id = c.identifier(
        "Shared by all copies, exact or nearly so. It may change when a copy comes or goes: `article_id` does not."
    )
    is_canonical = dy.Bool(
        description="True for the one article of its duplicate group to count: the earliest, of those the longest."
    )
    run_id = c.identifier("The run that wrote this row.")
