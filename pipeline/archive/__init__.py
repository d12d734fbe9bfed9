"""archive: every response as it was received, in WARC files that other tools read, before anything is parsed.

FetchedPage ─▶ warc (records, one gzip member each) ─▶ writer (appended, rotated by size) ─▶ NAME.warc.gz
                                       mending (what a crash tore off) ─▲        │
FetchedPage ◀─ reading (own files and any other WARC) ◀──────────────────────────┘

A page is a group of records: request and response of each redirect and of the page, or one `resource` record for a
file of this machine; then a `metadata` record with the capture itself, so that the database can be made again from
these files alone. A body that is stored already is not stored again: a `revisit` record says where it is.
"""

from pipeline.archive.decoding import decoded
from pipeline.archive.reading import ArchiveReader, Response, read_warc
from pipeline.archive.writer import Archive, Lookup, open_archive

__all__ = ["Archive", "ArchiveReader", "Lookup", "Response", "decoded", "open_archive", "read_warc"]
