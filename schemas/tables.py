"""All tables by name."""

import dataframely as dy

from schemas.alike import Alike
from schemas.articles import Articles
from schemas.blocks import Blocks
from schemas.entities import Entities
from schemas.entity_changes import EntityChanges
from schemas.entity_decisions import EntityDecisions
from schemas.files import Files
from schemas.fingerprints import Fingerprints
from schemas.forgotten import Forgotten
from schemas.listed_entities import ListedEntities
from schemas.local_entities import LocalEntities
from schemas.mentions import Mentions
from schemas.quotes import Quotes
from schemas.rejects import Rejects
from schemas.runs import Runs
from schemas.stock_runs import StockRuns
from schemas.undecided_copies import UndecidedCopies
from schemas.unfinished_files import UnfinishedFiles
from schemas.unlinked_blocks import UnlinkedBlocks
from schemas.withdrawals import Withdrawals

TABLES: dict[str, type[dy.Schema]] = {
    "articles": Articles,
    "blocks": Blocks,
    "mentions": Mentions,
    "entities": Entities,
    "local_entities": LocalEntities,
    "quotes": Quotes,
    "files": Files,
    "unfinished_files": UnfinishedFiles,
    "rejects": Rejects,
    "withdrawals": Withdrawals,
    "runs": Runs,
    "entity_changes": EntityChanges,
    "entity_decisions": EntityDecisions,
    "listed_entities": ListedEntities,
    "unlinked_blocks": UnlinkedBlocks,
    "fingerprints": Fingerprints,
    "alike": Alike,
    "stock_runs": StockRuns,
    "undecided_copies": UndecidedCopies,
    "forgotten": Forgotten,
}
"""The tables of the contract by name, in the order a reader would want to learn them."""
