"""Where tickers and the page's date stand in a tree, and how they leave it.

refusal, the quick no; pieces ─┬─▶ elements ─▶ colours ─┬─▶ taking_out
                               └─▶ page_date ───────────┘
"""
