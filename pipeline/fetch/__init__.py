"""fetch: sources in, one record for every page out. The only room that knows the network and the disk's pages.

Source ─▶ walk ─▶ turns ─▶ visits ─┬─▶ client ─▶ retry ─▶ replies ─┬─▶ bodies ─▶ captures ─▶ stream ─▶ FetchedPage
          ▲  ├─ places, saved_site └─▶ local_files ────────────────┘                │
          │  └─ readers, where several sources read the same                        │
          └──── spool ◀──── finding ◀───────────────────────────────────────────────┘
a WARC file ─▶ warc_files ─▶ FetchedPage
"""

from pipeline.fetch.saved.warc_files import pages_of_warc
from pipeline.fetch.stage import fetch_pages
from pipeline.fetch.world import World

__all__ = ["World", "fetch_pages", "pages_of_warc"]
