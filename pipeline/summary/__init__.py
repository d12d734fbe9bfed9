"""What a run came to, source by source, what a person should look at, and the exit code that follows.

PageOutcome ─▶ RunSummary ─▶ SourceTally ─┬─▶ StartsTally   start pages, feeds, sitemaps
                                          └─▶ StoriesTally  the pages that they lead to
"""

from pipeline.summary.gone import A_STORY, NEARLY_NONE, SEVERAL, Gone
from pipeline.summary.run import RunSummary
from pipeline.summary.tally import Expected, SourceTally, Trouble

__all__ = ["A_STORY", "NEARLY_NONE", "SEVERAL", "Expected", "Gone", "RunSummary", "SourceTally", "Trouble"]
