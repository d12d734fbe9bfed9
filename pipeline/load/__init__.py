"""load: what was read from pages in, normalized SQLite rows out. The only room that knows SQLite.

PageToLoad ─┬─ as before ─▶ writing.repeats ──────────────────────────────────────────────────┐
            └─ new ─▶ identity (which story?) ─▶ writing.observation (what is known of it?) ──┴─▶ tables ─▶ views

    with open_database(path) as database:
        run_id = database.start_run(("sample",), now)
        outcomes = list(database.write_pages(run_id, pages))   # one transaction
        database.finish_run(run_id, "finished", now)

Beside that way are two rooms: reading, what is asked of a database, and upkeep, what keeps it whole; and the file
itself: connection, schema with its migrations, views and triggers.
"""

from pipeline.load.connection import is_database_at
from pipeline.load.database import Database, open_database
from pipeline.load.frontier import FrontierReader
from pipeline.load.groups import PageGroup
from pipeline.load.reading.dictionary import data_dictionary
from pipeline.load.reading.exporting import VIEWS, Export, exported
from pipeline.load.reading.history import Revision, revisions
from pipeline.load.reading.rejects import Reject, rejects
from pipeline.load.reading.search import Found
from pipeline.load.reading.status import (
    Counts,
    Reader,
    RunRow,
    SourceRow,
    existing_database,
    open_database_to_read,
)
from pipeline.load.upkeep.content import content_digest, faults, not_archived, places, put_in_place
from pipeline.load.upkeep.differing import Difference, differences
from pipeline.load.upkeep.earlier import as_of_today, refuse_to_replace, refuse_what_is_not_ours
from pipeline.load.upkeep.past_runs import carry_over_runs

__all__ = [
    "VIEWS", "Counts", "Database", "Difference", "Export", "Found", "FrontierReader", "PageGroup", "Reader",
    "Reject", "Revision", "RunRow", "SourceRow", "as_of_today", "carry_over_runs", "content_digest",
    "data_dictionary", "differences", "existing_database", "exported", "faults", "is_database_at",
    "not_archived", "open_database", "open_database_to_read", "places", "put_in_place", "refuse_to_replace",
    "refuse_what_is_not_ours", "rejects", "revisions",
]  # fmt: skip
