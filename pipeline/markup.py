"""What the parser of HTML has to be spared, whoever hands it a page."""

_ENDS = (b"\0", b"</body>", b"</BODY>", b"</html>", b"</HTML>")


def without_ends(utf_8: bytes) -> bytes:
    """A page without what ends it for libxml2: what stands behind is in the body for browsers, and lost for it."""
    for end in _ENDS:
        utf_8 = utf_8.replace(end, b"")
    return utf_8
