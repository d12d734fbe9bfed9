"""What `pipeline parse` found, laid out for a person."""

from collections.abc import Sized

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.records import Article, Boilerplate, ParsedPage, Quote
from pipeline.records.markdown import heading

_ARROWS = {1: "▲", 0: "=", -1: "▼", None: ""}
_FIELDS = ("published_at", "modified_at", "url", "language", "section", "image")


def show_page(console: Console, page: ParsedPage, *, explain: bool = False) -> None:
    """One page: kind and date, quotes as a table, stories with their fields, problems last.

    With `explain` also the rules: for each field of a story, and for each text that is no part of one.
    """
    dated = f", dated {page.as_of}" if page.as_of else ""
    console.rule(f"[bold]{escape(page.url)}[/] ({page.kind}{dated})", align="left")
    if page.quotes:
        console.print(_quote_table(page.quotes))
    for number, article in enumerate(page.articles, 1):
        _show_article(console, number, article, explain=explain)
    for problem in page.problems:
        console.print(
            f"[yellow]{problem.reason}[/] {escape(problem.detail)} {escape(problem.where)}".rstrip()
        )
    if explain and page.boilerplate:
        console.print(_left_out(page.boilerplate))


def stories_as_markdown(page: ParsedPage) -> str:
    """The stories of a page as one text in Markdown, each below its headline."""
    parts = (part for article in page.articles for part in (heading(article.title), article.markdown))
    return "\n\n".join(filter(None, parts))


def _quote_table(quotes: tuple[Quote, ...]) -> Table:
    table = Table("pair", "rate", "change %", "", "seen", "as of", "", box=None)
    for quote in quotes:
        change = "" if quote.change_pct is None else format(quote.change_pct, "f")
        table.add_row(
            quote.instrument,
            format(quote.rate, "f"),
            change,
            _ARROWS[quote.direction],
            f"{quote.occurrences}x",
            str(quote.as_of or ""),
            "conflict" if quote.conflict else "",
        )
    return table


def _left_out(texts: tuple[Boilerplate, ...]) -> Table:
    """A line for each: the rule, how the text begins, and where it stands, each cut to its share of the width."""
    table = Table.grid(padding=(0, 1), expand=True)
    for ratio in (None, 3, 9, 5):
        table.add_column(ratio=ratio, no_wrap=True, overflow="ellipsis")
    for one in texts:
        more = f" (and {one.count - 1} more)" if one.count > 1 else ""
        table.add_row("[dim]left out[/]", escape(one.rule), escape(one.text) + more, escape(one.where))
    return table


def _show_article(console: Console, number: int, article: Article, *, explain: bool) -> None:
    teaser = "" if article.complete else " [dim](teaser)[/]"
    console.print(f"\n[bold]{number}. {escape(article.title)}[/]{teaser}")
    if article.authors:
        console.print(f"   authors       {escape(', '.join(article.authors))}")
    for name in _FIELDS:
        if value := getattr(article, name):
            console.print(f"   {name:<13} {escape(str(value))}")
    if article.tags:
        console.print(f"   tags          {escape(', '.join(article.tags))}")
    console.print(
        f"   text          {_counted(article.text.split(), 'word')} in {_counted(article.blocks, 'block')}"
    )
    if explain:
        _explain(console, article)
    elif article.blocks:
        console.print(f"   [dim]{escape(_shorten(article.blocks[0].text))}[/]")


def _explain(console: Console, article: Article) -> None:
    for name, candidates in article.origins.items():
        for place, candidate in enumerate(candidates):
            mark = "[dim]·[/]" if place else "[green]✓[/]"
            console.print(
                f"     {mark} {name:<12} {candidate.rule:<24} {escape(_shorten(candidate.value))}",
                no_wrap=True,
                overflow="ellipsis",
            )


def _counted(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def _shorten(text: str, width: int = 160) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
