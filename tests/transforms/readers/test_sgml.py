"""SGML of corpora: Reuters-21578, TREC."""

import io

from schemas.vocabulary import RejectReason
from transforms.article import Source
from transforms.normalize import normalize
from transforms.readers import ReadOptions, read


def read_bytes(data: bytes, name: str):
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions()))


REUTERS = b"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" NEWID="1"><DATE> 4-MAR-1987 15:01:01.79</DATE><TOPICS><D>cocoa</D></TOPICS>
<TEXT>&#2;<TITLE>HARBOUR REOPENS</TITLE><DATELINE>    VELLMAR, March 4 - </DATELINE><BODY>The harbour opened again on
Monday after a storm, the harbour board said in a short note.
    Ships had waited for two days outside of the bay, and
some had turned back to the ports they came from.
 Reuter
&#3;</BODY></TEXT></REUTERS>
<REUTERS NEWID="2"><DATE>5-MAR-1987 09:00:00.00</DATE><TEXT TYPE="BRIEF">&#2;<TITLE>NO BODY</TITLE></TEXT></REUTERS>
"""
TREC = b"""<DOC>
<DOCNO> NS890304-0001 </DOCNO>
<HEAD>Harbour Reopens</HEAD><BYLINE>By ANN LEE</BYLINE><DATELINE>VELLMAR (NS) </DATELINE>
<TEXT>
<P>
The harbour of Vellmar opened again on
Monday.
</P>
<P>
Ships had waited for two days.
</P>
</TEXT>
</DOC>
<DOC><DOCNO>x</DOCNO><TEXT>cut off
"""


def test_reuters_sgml():
    article, brief = read_bytes(REUTERS, "reut.sgm")
    row = normalize([article])[0].row(0, named=True)
    assert (row["title"], row["dateline"], row["keywords"]) == ("HARBOUR REOPENS", "VELLMAR, March 4 -", ["cocoa"])
    assert str(row["published_local"]).startswith("1987-03-04 15:01:01")
    assert [article.text[b.start : b.end][:11] for b in article.blocks if b.kind == "body"] == [
        "The harbour",
        "Ships had w",
    ]
    assert brief.reason is RejectReason.NO_TEXT


def test_trec_sgml():
    article, cut = read_bytes(TREC, "a")
    assert article.provider_id == "NS890304-0001"
    assert article.text.endswith("The harbour of Vellmar opened again on Monday.\nShips had waited for two days.")
    assert article.authors.values == ("By ANN LEE",)
    assert cut.reason is RejectReason.MALFORMED
