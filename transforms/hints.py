"""What a user may tell about an outlet that its texts do not say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublisherHint:
    """The zone of an outlet's clock (an IANA name) and whether its 12/02 is the twelfth of February."""

    zone: str | None = None
    day_first: bool | None = None
