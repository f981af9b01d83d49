"""The forms of one person's full name across a corpus, and how much each of them is used."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from transforms.names.forms.person_names import PersonName, can_mean, in_order, person_name
from transforms.names.forms.spelling import one_spelling
from transforms.names.linking.majority import dominant
from transforms.names.wordlists import mapping

_MUCH_MORE = 5  # times as many articles
_WELL_KNOWN = 3  # articles


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person by full name.

    ``key`` is the plainest name, first and last word (and suffix); ``apart`` a fuller one where another bearer
    has the same plainest name. ``weight`` counts articles; ``heads`` are the nouns of the roles.
    """

    key: str
    apart: str
    forms: frozenset[str]
    weight: int
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Use:
    """How a form of a name is used: the articles that print it, the nouns of the roles they print with it, if any.

    ``has_role`` tells whether there are roles at all, as there are some without a noun that is known.
    """

    articles: frozenset[str]
    heads: frozenset[str]
    has_role: bool = False


def bearers(uses: Mapping[str, Use]) -> dict[str, Bearer]:
    """The bearer of each full name; names (folded, with suffix) must share the family name.

    Middle names may be left out, unless the corpus has two that contradict. Initials, left-out first words,
    common short forms of the first name and left-out suffixes join a name if four fifths of what they could be
    short for is that name; the last two only with a shared role. Short forms of the first name need none where the
    name is known from several articles, one of its two forms has no role and nobody else has the family name. A first
    name without a doubled letter is a misprint beside one that many more articles print.
    """
    parts = _by_middle_name(uses)
    weights = {part: len(_articles(part, uses)) for part in parts}
    given = Counter(one_spelling(person_name(form).given) for form in uses)
    joined: dict[frozenset[str], frozenset[str]] = {}
    for part in parts:
        targets = {other: weights[other] for other in parts if other is not part and _joins(part, other, uses, given)}
        best = dominant({min(target): weight for target, weight in targets.items()})
        if best is not None:
            joined[part] = next(target for target in targets if min(target) == best)
    roots: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    for part in parts:
        roots[_root(part, joined)].add(part)
    return _named(roots, weights, uses)


def _by_middle_name(uses: Mapping[str, Use]) -> list[frozenset[str]]:
    """Forms with the same first and last word and suffix, apart where their middle names contradict."""
    plain: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for form in sorted(uses, key=lambda form: (-len(form), form)):
        name = person_name(form)
        plain[one_spelling(name.given), one_spelling(name.family), name.suffix].append(form)
    return sorted((part for forms in plain.values() for part in _apart(forms, uses)), key=min)


def _apart(forms: Sequence[str], uses: Mapping[str, Use]) -> list[frozenset[str]]:
    """Forms with one first and last word as parts whose middle names agree; those without one go with the usual."""
    with_middle = [form for form in forms if _middle(form)]
    bare = [form for form in forms if not _middle(form)]
    parts = _in_agreement(with_middle)
    usual = dominant({str(n): len(_articles(members, uses)) for n, members in enumerate(parts)})
    if usual is not None:
        parts[int(usual)] += bare
    elif bare:
        parts.append(bare)
    return [frozenset(members) for members in parts]


def _in_agreement(forms: Iterable[str]) -> list[list[str]]:
    """Each form with the first others whose middle names it does not contradict."""
    parts: list[list[str]] = []
    for form in forms:
        home = next((part for part in parts if all(in_order(_middle(form), _middle(one)) for one in part)), None)
        if home is None:
            parts.append([form])
        else:
            home.append(form)
    return parts


def _middle(form: str) -> tuple[str, ...]:
    return person_name(form).words[1:-1]


def _articles(forms: Iterable[str], uses: Mapping[str, Use]) -> frozenset[str]:
    return frozenset().union(*(uses[form].articles for form in forms))


def _joins(part: frozenset[str], other: frozenset[str], uses: Mapping[str, Use], given: Mapping[str, int]) -> bool:
    """Whether the names of one part can be ways of writing those of the other."""
    return any(_is_way_of_writing(form, target, uses, given) for form in sorted(part) for target in sorted(other))


def _is_way_of_writing(form: str, target: str, uses: Mapping[str, Use], given: Mapping[str, int]) -> bool:
    name, full = person_name(form), person_name(target)
    use, other = uses[form], uses[target]
    share_role = bool(use.heads & other.heads)
    if name.suffix != full.suffix:
        # 'Jr.' left out: two people if an article has both.
        may_drop = share_role and not full.suffix and use.articles.isdisjoint(other.articles)
        return may_drop and (_same_first(name, full) or _is_short_form(name, full) or _is_short_form(full, name))
    if one_spelling(name.given) == one_spelling(full.given):
        return False  # middle names have had their say
    if len(name.words[0]) == 1 or len(full.words[0]) == 1:
        return len(name.words[0]) == 1 and can_mean(name, full)
    if _ends_with(full, name):
        return len(use.articles) * _MUCH_MORE > len(other.articles) or len(name.words) < len(full.words)
    if _ends_with(name, full):
        return len(other.articles) >= _MUCH_MORE * len(use.articles)
    alone = given.keys() <= {one_spelling(name.given), one_spelling(full.given)}
    is_short = (share_role or (alone and _may_be_known(use, other))) and _is_short_form(name, full)
    is_known = len(other.articles) >= _MUCH_MORE * len(use.articles)
    return is_short or (is_known and _is_misprint(name, full))


def _may_be_known(one: Use, other: Use) -> bool:
    """Whether the two may be somebody who needs no role: no article has both, several have one, roles don't differ."""
    is_known = max(len(one.articles), len(other.articles)) >= _WELL_KNOWN
    return is_known and not (one.has_role and other.has_role) and one.articles.isdisjoint(other.articles)


def _same_first(one: PersonName, other: PersonName) -> bool:
    return one_spelling(one.given) == one_spelling(other.given)


def _is_short_form(short: PersonName, full: PersonName) -> bool:
    """'joe' of 'joseph', with the rest of the names at peace."""
    known = mapping("nicknames.tsv").get(short.given, "").split("|")
    return full.given in known and _middles_agree(short, full)


def _middles_agree(one: PersonName, other: PersonName) -> bool:
    return in_order(*sorted((one.words[1:-1], other.words[1:-1]), key=len))


def _is_misprint(one: PersonName, other: PersonName) -> bool:
    """'philip' for 'phillip': a doubled letter is left out or too many."""
    plain = ("".join(letter for letter, _ in groupby(name.given)) for name in (one, other))
    return len(set(plain)) == 1 and _middles_agree(one, other)


def _ends_with(longer: PersonName, shorter: PersonName) -> bool:
    return len(longer.words) > len(shorter.words) and longer.words[-len(shorter.words) :] == shorter.words


def _root(part: frozenset[str], joined: Mapping[frozenset[str], frozenset[str]]) -> frozenset[str]:
    """The end of the chain; of a circle, its smallest member."""
    seen: list[frozenset[str]] = []
    while part in joined and part not in seen:
        seen.append(part)
        part = joined[part]
    return min(seen[seen.index(part) :], key=min) if part in seen else part


def _named(
    roots: Mapping[frozenset[str], set[frozenset[str]]], weights: Mapping[frozenset[str], int], uses: Mapping[str, Use]
) -> dict[str, Bearer]:
    """Bearers with their names: the plainest form of the part most used; the fullest one where two would clash."""
    merged = []
    for parts in roots.values():
        main = min(parts, key=lambda part: (-weights[part], min(part)))
        forms: frozenset[str] = frozenset().union(*parts)
        heads: frozenset[str] = frozenset().union(*(uses[form].heads for form in forms))
        fullest = max(sorted(main), key=len)
        merged.append((min(main), Bearer(_plainest(main), fullest, forms, len(_articles(forms, uses)), heads)))
    merged.sort(key=lambda pair: (pair[1].key, -pair[1].weight, pair[0]))
    result: dict[str, Bearer] = {}
    taken: set[str] = set()
    for _, bearer in merged:
        told = bearer if bearer.key in taken else replace(bearer, apart="")
        taken.add(bearer.key)
        result.update(dict.fromkeys(bearer.forms, told))
    return result


def _plainest(forms: Iterable[str]) -> str:
    name = person_name(min(forms))
    spelled = [one_spelling(name.given), one_spelling(name.family)]
    return " ".join([*spelled, *([name.suffix] if name.suffix else [])])
