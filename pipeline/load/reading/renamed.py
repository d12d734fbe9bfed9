"""Sources that were renamed in config.toml: all that is known of their pages stands under the old name."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping

from pipeline.load.values import storable
from pipeline.load.writing.visits import visited_key


def renamed(
    connection: sqlite3.Connection, places: Mapping[str, Collection[str]], configured: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Pairs of a source of which nothing is known and of one that nobody configures any more and that began there.

    `places` are the URLs that each source starts from.
    """
    wanted = [(storable(name), visited_key(url)) for name, urls in places.items() for url in urls]
    names = [storable(name) for name in configured]
    yield from connection.execute(_RENAMED, (json.dumps(wanted), json.dumps(names)))


_RENAMED = """
    SELECT DISTINCT wanted.value ->> 0, old.name
    FROM json_each(?1) AS wanted CROSS JOIN sources AS old
    CROSS JOIN frontier ON frontier.source_id = old.id AND frontier.url = wanted.value ->> 1 AND role <> 'page'
    WHERE old.name NOT IN (SELECT value FROM json_each(?2)) AND NOT EXISTS (
        SELECT 1 FROM sources AS new JOIN frontier AS own ON own.source_id = new.id
        WHERE new.name = wanted.value ->> 0
    )
"""
