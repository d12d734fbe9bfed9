"""load: what was read from pages in, normalized SQLite rows out. The only room that knows SQLite.

PageToLoad ─┬─ as before ─▶ repeats ─────────────────────────────────────────────────────┐
            └─ new ─▶ identity (which story is this?) ─▶ fullest (what is known of it?) ─┴─▶ batch ─▶ tables ─▶ views

    with open_database(path) as database:
        run_id = database.start_run(("sample",), now)
        outcome = database.write_page(run_id, page)                 # one page, one transaction
        outcomes = list(database.write_pages(run_id, more_pages))   # many pages, one transaction
        database.finish_run(run_id, "finished", now)
"""

from pipeline.load.content import (
    content_digest,
    faults,
    not_archived,
    places,
    put_in_place,
)
from pipeline.load.database import Database, open_database
from pipeline.load.dictionary import data_dictionary
from pipeline.load.differing import Difference, differences
from pipeline.load.earlier import as_of_today, refuse_to_replace
from pipeline.load.exporting import VIEWS, Export, exported
from pipeline.load.frontier import FrontierReader
from pipeline.load.groups import PageGroup
from pipeline.load.history import Revision, revisions
from pipeline.load.past_runs import carry_over_runs
from pipeline.load.reading import (
    Counts,
    Reader,
    RunRow,
    SourceRow,
    existing_database,
    open_database_to_read,
)
from pipeline.load.rejects import Reject, rejects
from pipeline.load.search import Found
from pipeline.load.visits import Revisits

__all__ = [
    "VIEWS",
    "Counts",
    "Database",
    "Difference",
    "Export",
    "Found",
    "FrontierReader",
    "PageGroup",
    "Reader",
    "Reject",
    "Revision",
    "Revisits",
    "RunRow",
    "SourceRow",
    "as_of_today",
    "carry_over_runs",
    "content_digest",
    "data_dictionary",
    "differences",
    "existing_database",
    "exported",
    "faults",
    "not_archived",
    "open_database",
    "open_database_to_read",
    "places",
    "put_in_place",
    "refuse_to_replace",
    "rejects",
    "revisions",
]
