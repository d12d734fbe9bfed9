"""Which story is this: the keys that an observation gives (keys, addresses), and which texts nearly agree (near).

Pure, but for comparing, which reads and writes the sketches of texts.
"""
