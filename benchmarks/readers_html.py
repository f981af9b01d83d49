"""Pages per CPU second: our HTML reader beside trafilatura alone, on the same decoded pages.

python benchmarks/readers_html.py FOLDER_OF_HTML_GZ
"""

import argparse
import gzip
import sys
import time
from pathlib import Path

from trafilatura import bare_extraction

from transforms.decode import decode
from transforms.html.page import declared_charset
from transforms.readers.html import html_article


def main(folder: str) -> None:
    """Print both rates and their ratio."""
    pages = []
    for path in sorted(Path(folder).glob("*.html.gz")):
        data = gzip.decompress(path.read_bytes())
        pages.append(decode(data, declared_charset(data)).text)
    if not pages:
        sys.exit(f"no *.html.gz under {folder}")
    bare_extraction(pages[0], with_metadata=True)
    html_article("warm", pages[0], "utf-8")
    began = time.process_time()
    for page in pages:
        bare_extraction(page, with_metadata=True)
    theirs = time.process_time() - began
    began = time.process_time()
    for page in pages:
        html_article("page", page, "utf-8")
    ours = time.process_time() - began
    rates = f"trafilatura {len(pages) / theirs:.1f}/s, ours {len(pages) / ours:.1f}/s"
    print(f"{len(pages)} pages: {rates}, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    main(parser.parse_args().folder)
