"""A page as it is laid out: runs of text, the boxes, tables and lists around them, pictures, names of elements."""
