"""The closed vocabularies of the tables: every value a coded column may hold, each said once."""

from enum import StrEnum


class BlockKind(StrEnum):
    """The role of a run of text in an article."""

    TITLE = "title"
    DEK = "dek"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    CONTRIBUTOR = "contributor"
    RELATED = "related"
    BOILERPLATE = "boilerplate"


class QuoteKind(StrEnum):
    """How a quotation stands in the text."""

    DIRECT = "direct"  # a sentence of its own between marks
    PARTIAL = "partial"  # marked words inside the writer's own sentence
    INDIRECT = "indirect"  # reported speech without marks


class Section(StrEnum):
    """The part of the article that a quotation stands in."""

    TITLE = "title"
    DEK = "dek"
    BODY = "body"
    CAPTION = "caption"


class ReferentialGender(StrEnum):
    """The gender of the words by which a text refers to somebody, which is no fact about that person."""

    FEMININE = "feminine"  # she, Ms., congresswoman
    MASCULINE = "masculine"  # he, Mr., congressman


class FileStatus(StrEnum):
    """What became of a file that was seen."""

    LOADED = "loaded"  # at least one article came out of it
    REJECTED = "rejected"  # no article could be made; `rejects` says why
    WITHDRAWN = "withdrawn"  # what came out of it was taken back by its provider; see `withdrawals`
    FORGOTTEN = "forgotten"  # what came out of it was taken down; see `forgotten`


class RunStatus(StrEnum):
    """How a run ended."""

    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"  # an error ended it; committed batches stand
    INTERRUPTED = "interrupted"  # by Ctrl-C or SIGTERM; or killed, which the next run notices


class DecisionKind(StrEnum):
    """What a user decided about an entity."""

    MERGE = "merge"  # it is another entity
    SPLIT = "split"  # in an article, or under a name, somebody else is meant
    RENAME = "rename"  # it is called otherwise


class Stage(StrEnum):
    """The stages an article passes through, in order."""

    DISCOVER = "discover"
    READ = "read"
    STRUCTURE = "structure"
    ANNOTATE = "annotate"
    COMMIT = "commit"
    COPIES = "copies"
    LINK = "link"


class RejectReason(StrEnum):
    """Why an input could not be turned into an article."""

    EMPTY = "empty"  # no bytes, or nothing but white space
    BINARY = "binary"  # not text in any encoding
    UNREADABLE = "unreadable"  # the operating system refused it
    UNDECODABLE = "undecodable"  # text, but no encoding fits
    NO_TEXT = "no_text"  # a page or record without any article text
    MALFORMED = "malformed"  # its format is known but it is broken
    TOO_LARGE = "too_large"  # over the limit in the settings
    UNKNOWN_FORMAT = "unknown_format"  # well formed, but of no known news format
    NOT_AN_ARTICLE = "not_an_article"  # a picture, a video, an event; a page of teasers, an error page
    SUMMARY_ONLY = "summary_only"  # a feed item or record that holds a teaser, no article
    WITHDRAWN = "withdrawn"  # a kill notice: its provider took the article back
    BOMB = "bomb"  # an archive that unpacks to more than the limits allow
    PARSER_FAILED = "parser_failed"  # the parser raised, hung or died on it
    VANISHED = "vanished"  # seen when the run began, gone when it was read


class Precision(StrEnum):
    """How exactly a printed time says when."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class AnnotationStatus(StrEnum):
    """Whether quotations and names were looked for in an article."""

    DONE = "done"
    NO_MODEL = "no_model"  # no model is set for its language
    LANGUAGE_UNSURE = "language_unsure"  # its language is a guess, and none that a model is set for
    FAILED = "failed"  # by a fault of copydesk's, which the run tells of


class Likeness(StrEnum):
    """How two texts are alike."""

    COPY = "copy"  # nearly the same words
    PARTIAL = "partial"  # a good part of the one stands in the other: wire copy that was trimmed, topped or merged


class Label(StrEnum):
    """Entity labels, named as in OntoNotes 5 (https://catalog.ldc.upenn.edu/LDC2013T19)."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    EVENT = "EVENT"
    LAW = "LAW"
    PRODUCT = "PRODUCT"
    WORK_OF_ART = "WORK_OF_ART"
