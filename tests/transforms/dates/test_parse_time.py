"""Printed dates: what is settled by the text is read, what is not stays open."""

from datetime import UTC, datetime

import pytest

from schemas.vocabulary import Precision
from transforms.dates import DateHints, is_date_line, parse_time, published_and_modified

DAY, MINUTE, SECOND = Precision.DAY, Precision.MINUTE, Precision.SECOND


@pytest.mark.parametrize(
    ("printed", "local", "precision", "instant"),
    [
        pytest.param("March 4, 2019, 5:21 PM", "2019-03-04T17:21", MINUTE, None, id="no zone printed, none invented"),
        pytest.param(
            "Updated: Oct. 3, 2024 at 4:05 p.m. ET", "2024-10-03T16:05", MINUTE, "2024-10-03T20:05", id="ET in summer"
        ),
        pytest.param(
            "Updated: Dec. 3, 2024 at 4:05 p.m. ET", "2024-12-03T16:05", MINUTE, "2024-12-03T21:05", id="ET in winter"
        ),
        pytest.param(
            "Published 3:04 PM EST, Wed February 12, 2025",
            "2025-02-12T15:04",
            MINUTE,
            "2025-02-12T20:04",
            id="time first",
        ),
        pytest.param(
            "2024-05-03T15:47:42.389000+02:00", "2024-05-03T15:47:42.389", SECOND, "2024-05-03T13:47:42.389", id="ISO"
        ),
        pytest.param("20130605T061000+0000", "2013-06-05T06:10", SECOND, "2013-06-05T06:10", id="ISO basic"),
        pytest.param("20130605T061000Z", "2013-06-05T06:10", SECOND, "2013-06-05T06:10", id="ISO basic, Z"),
        pytest.param("2025-01-15T10:30:00z", "2025-01-15T10:30", SECOND, "2025-01-15T10:30", id="ISO, small z"),
        pytest.param("20250115123000", "2025-01-15T12:30", SECOND, None, id="digits alone"),
        pytest.param("20250115123000Z", "2025-01-15T12:30", SECOND, "2025-01-15T12:30", id="digits, Z"),
        pytest.param("z 12.02.2025 17:21", "2025-02-12T17:21", MINUTE, None, id="a word z is no zone"),
        pytest.param("Wed, 12 Feb 2025 17:21:00 GMT", "2025-02-12T17:21", SECOND, "2025-02-12T17:21", id="mail header"),
        pytest.param("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36", SECOND, "2023-04-28T17:20:36", id="Unix"),
        pytest.param("1430 GMT Monday 3 March 2025", "2025-03-03T14:30", MINUTE, "2025-03-03T14:30", id="four digits"),
        pytest.param(
            "Monday, 3 March 2025 at 14:00 (GMT+5:30)",
            "2025-03-03T14:00",
            MINUTE,
            "2025-03-03T08:30",
            id="half-hour zone",
        ),
        pytest.param("10 May 2020 3:04 pm IST", "2020-05-10T15:04", MINUTE, None, id="IST means three zones"),
        pytest.param("10 May 2020 3:04 pm CST", "2020-05-10T15:04", MINUTE, None, id="CST means two zones"),
        pytest.param("May 3, 2021 12:10 AM", "2021-05-03T00:10", MINUTE, None, id="midnight"),
        pytest.param("May 3, 2021 12:10 PM", "2021-05-03T12:10", MINUTE, None, id="noon"),
        pytest.param("on the 12th of March 2020", "2020-03-12T00:00", DAY, None, id="ordinal"),
        pytest.param("12 février 2025 à 17h30", "2025-02-12T17:30", MINUTE, None, id="French"),
        pytest.param("Stand: 12.02.2025 17.21 Uhr", "2025-02-12T17:21", MINUTE, None, id="dots: day first"),
        pytest.param("2 de julio de 2024", "2024-07-02T00:00", DAY, None, id="Spanish"),
        pytest.param("2025年2月12日 17時21分", "2025-02-12T17:21", MINUTE, None, id="Japanese"),
        pytest.param("13/02/2025", "2025-02-13T00:00", DAY, None, id="13 can only be a day"),
        pytest.param("02/13/2025", "2025-02-13T00:00", DAY, None, id="13 can only be a day, second"),
        pytest.param("2025/02/12", "2025-02-12T00:00", DAY, None, id="year first"),
        pytest.param("12 fév. 2025", "2025-02-12T00:00", DAY, None, id="French, cut short"),
        pytest.param("3 de junho de 2021 às 15h12", "2021-06-03T15:12", MINUTE, None, id="Portuguese"),
        pytest.param("12. února 2025", "2025-02-12T00:00", DAY, None, id="Czech"),
        pytest.param("12 февраля 2025, 17:21", "2025-02-12T17:21", MINUTE, None, id="Russian"),
        pytest.param("3 HAZİRAN 2021", "2021-06-03T00:00", DAY, None, id="Turkish, in capitals"),
        pytest.param("3 kasim 2021", "2021-11-03T00:00", DAY, None, id="Turkish, without its own letters"),
        pytest.param("12 May 2024, 12:75", "2024-05-12T00:00", DAY, None, id="no clock shows it"),
        pytest.param("12 May 2024, 12:75 pm", "2024-05-12T00:00", DAY, None, id="no clock shows it, with pm"),
        pytest.param("20240512T127500", "2024-05-12T00:00", DAY, None, id="no clock shows it, digits alone"),
        pytest.param("June 3, 20215:14 PM GMT+1", "2021-06-03T17:14", MINUTE, "2021-06-03T16:14", id="run together"),
        pytest.param("3 June 202118.05 BST", "2021-06-03T18:05", MINUTE, "2021-06-03T17:05", id="run together, a stop"),
        pytest.param("2016-12-31 23:59:60", "2016-12-31T23:59:59", SECOND, None, id="a leap second"),
    ],
)
def test_a_printed_date_is_read(printed, local, precision, instant):
    found = parse_time(printed)
    assert found is not None
    assert found.local == datetime.fromisoformat(local)
    assert found.precision is precision
    assert found.instant == (datetime.fromisoformat(instant).replace(tzinfo=UTC) if instant else None)


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("12/02/2025", id="day order unknown"),
        pytest.param("3 days ago", id="nothing to count back from"),
        pytest.param("Feb. 12", id="no year"),
        pytest.param("February 30, 2025", id="no such day"),
        pytest.param("June 3, 202114 PM", id="a number of six digits"),
        pytest.param("the 90s", id="no date"),
        pytest.param("", id="empty"),
        pytest.param("9" * 10_000, id="long digits"),
    ],
)
def test_what_may_be_either_is_not_read(printed):
    assert parse_time(printed) is None


def test_hints_settle_what_the_text_leaves_open():
    assert parse_time("12/02/2025", DateHints(day_first=True)).local == datetime(2025, 2, 12)
    assert parse_time("12/02/2025", DateHints(day_first=False)).local == datetime(2025, 12, 2)
    ago = parse_time("3 days ago", DateHints(reference=datetime(2025, 3, 2, 9, 30)))
    assert (ago.local, ago.precision) == (datetime(2025, 2, 27), DAY)
    known = parse_time("12 July 2025 09:00", DateHints(zone="Africa/Nairobi"))
    assert (known.instant, known.zone_source) == (datetime(2025, 7, 12, 6, tzinfo=UTC), "publisher")
    printed = parse_time("12 July 2025 09:00 GMT", DateHints(zone="Africa/Nairobi"))
    assert printed.zone_source == "zone-name", "a printed zone beats a known one"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("March 4, 2019, 5:21 PM", True, id="plain"),
        pytest.param("Published 3:04 PM EST, Wed February 12, 2025", True, id="with prefix"),
        pytest.param("Published: May 5, 2020 | Updated: May 6, 2020, 3:04 IST", True, id="two dates"),
        pytest.param("12/02/2025", True, id="numbers"),
        pytest.param("3 days ago", True, id="relative"),
        pytest.param("Updated 2 hours ago", True, id="relative with prefix"),
        pytest.param("Feb. 12", True, id="no year"),
        pytest.param("June 3, 2021 | 5:14pm", True, id="pm in a part of its own"),
        pytest.param("June 3, 2021 • 5 min read", True, id="time to read"),
        pytest.param("donderdag 3 juni 2021, 14:05", True, id="Dutch"),
        pytest.param("5 min read", False, id="time to read alone"),
        pytest.param("June 3, 2021 08:00 ET | Source: Vellmar Trams Inc.", True, id="whose text it is"),
        pytest.param("Source: Vellmar Trams Inc.", False, id="whose text it is, alone"),
        pytest.param("June 3, 2021 | Vellmar Trams Inc.", False, id="somebody beside it"),
        pytest.param("The council met on March 4, 2019.", False, id="a sentence"),
        pytest.param("Tour dates: March 4, 2019 Leeds, March 5, 2019 York", False, id="a list of dates"),
        pytest.param("By Ann Lee, March 4, 2019", False, id="a byline"),
        pytest.param("May", False, id="a name"),
        pytest.param("2019", False, id="a number"),
        pytest.param("Aired March 12, 2024 - 20:00 ET", True, id="a broadcast"),
        pytest.param("", False, id="empty"),
    ],
)
def test_lines_that_say_only_when(line, expected):
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "days"),
    [
        pytest.param("Updated 5:10 PM, May 6, 2020 | Published May 5, 2020, 9:00 AM", "05T09:00 06T17:10", id="a bar"),
        pytest.param("Published 5 May 2020, Last updated 6 May 2020 10:15", "05T00:00 06T10:15", id="a comma"),
        pytest.param("Published: May 5, 2020 Last Updated: May 6, 2020", "05T00:00 06T00:00", id="nothing between"),
        pytest.param("May 5, 2020 (Last modified: May 6, 2020)", "05T00:00 06T00:00", id="brackets"),
        pytest.param(
            "Posted at 2:14 PM, May 5, 2020 and last updated 5:14 PM, May 6, 2020", "05T14:14 06T17:14", id="and"
        ),
        pytest.param(
            "Publié le 5 mai 2020 à 15h12, mis à jour le 6 mai 2020 à 19h40", "05T15:12 06T19:40", id="French"
        ),
        pytest.param("Veröffentlicht am 5. Mai 2020, aktualisiert am 6. Mai 2020", "05T00:00 06T00:00", id="German"),
        pytest.param(
            "Publicado el 5 de mayo de 2020. Actualizado el 6 de mayo de 2020", "05T00:00 06T00:00", id="Spanish"
        ),
        pytest.param("Pubblicato il 5 maggio 2020, aggiornato il 6 maggio 2020", "05T00:00 06T00:00", id="Italian"),
        pytest.param("05/05/2020 15h12 Atualizado em 06 de maio de 2020", "05T15:12 06T00:00", id="Portuguese"),
        pytest.param("May 5, 2020 5:14 AM Updated 3 hours ago", "05T05:14 -", id="changed at an open time"),
        pytest.param("Last Tuesday, May 5, 2020", "05T00:00 -", id="the last is a day"),
        pytest.param("May 5, 20205:14 AM GMT+1Updated May 6, 2020", "05T05:14 06T00:00", id="run together"),
        pytest.param("May 5, 2020 5:14 amUpdated May 6, 2020", "05T05:14 06T00:00", id="run on behind am"),
        pytest.param("Updated 10:15 | May 6, 2020", "- 06T10:15", id="a time before its day"),
    ],
)
def test_published_and_modified_are_told_apart(line, days):
    assert is_date_line(line)
    times = [parse_time(text) if text else None for text in published_and_modified([line])]
    expected = [None if day == "-" else datetime.fromisoformat(f"2020-05-{day}") for day in days.split()]
    assert [time.local if time else None for time in times] == expected
