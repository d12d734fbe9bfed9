"""The tests, in the rooms of the package they look at; what goes through several rooms stands here."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
