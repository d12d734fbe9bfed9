"""Lines that tell of a story without being its text: who wrote it, when, for which section, from which source."""

from pipeline.parse.info_lines.parts import Part, PartKind, names_in, parts_of
from pipeline.parse.info_lines.residue import is_residue

__all__ = ["Part", "PartKind", "is_residue", "names_in", "parts_of"]
