"""config.toml → `Config`. Every key is checked; all mistakes are reported at once, each with its line.

reading, load_config ─▶ tables, the keys ─▶ values, what each may be
"""

from pipeline.config.reading import load_config
from pipeline.config.tables import Config, FetchSettings, SelectorTable, Settings, Source

__all__ = ["Config", "FetchSettings", "SelectorTable", "Settings", "Source", "load_config"]
