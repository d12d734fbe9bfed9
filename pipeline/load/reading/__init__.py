"""What is asked of a database and changes nothing: status, history, rejects, exports, search, the columns themselves.

search ─▶ word_forms, the endings of regular words, and the irregular ones
"""
