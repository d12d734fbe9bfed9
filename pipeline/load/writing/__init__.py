"""Pages → rows: a transaction's worth at a time, each story with what was ever seen of it, what repeats in short.

writer ─┬─▶ archived, visits
        ├─▶ repeats: a page as it was
        ├─▶ stories ─▶ known, observation ─┬─▶ rows ─▶ batch ─▶ tables
        └─▶ quotes ─▶ jumps, resting ──────┘
"""
