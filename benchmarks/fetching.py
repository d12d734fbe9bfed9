"""Compare the fetching with other clients: real pages by nginx on loopback, in turns, each client a process of its own.

Prints a line a client: pages a CPU second, pages a second, peak memory, and both rates as a multiple of a bare aiohttp
loop's of the same round. `make compare-fetch` installs what it needs; nginx comes from the system.
"""

import argparse
import gzip
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus import read_index

PEERS = Path(__file__).parent.parent / "build" / "peers" / "bin" / "python"
"""Where Scrapy is installed; the others are in our own environment."""

CLIENTS = ("aiohttp", "httpx", "pipeline", "pipeline, archived", "scrapy")
FIGURES = ("pages/CPU s", "pages/s", "peak MB", "failed", "÷ aiohttp CPU", "÷ aiohttp wall")
NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off; types {{ text/html html; }} default_type text/html;
    keepalive_requests 1000000; gzip_static on; sendfile on;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{ listen 0.0.0.0:{port} backlog=4096; root {folder}/site; }}
}}
"""


@contextmanager
def nginx(corpus: Path) -> Iterator[tuple[int, list[str]]]:
    """Port and names of the pages of `corpus`, served until the end, zipped as sites send them."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        sys.exit("nginx is not installed; `apt-get install nginx-light` installs it")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "site").mkdir()
        names = []
        for number, row in enumerate(read_index(corpus)):
            names.append(f"{number}.html")
            page = gzip.decompress((corpus / row["file"]).read_bytes())
            (folder / "site" / names[-1]).write_bytes(page)
            (folder / "site" / f"{names[-1]}.gz").write_bytes(gzip.compress(page, 6, mtime=0))
        with socket.create_server(("0.0.0.0", 0), backlog=4096) as listener:  # noqa: S104 - ten hosts of loopback
            port = listener.getsockname()[1]
            (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
            process = subprocess.Popen(
                [program, "-p", name, "-c", "nginx.conf"],
                stderr=subprocess.DEVNULL,
                # As in an upgrade of nginx: it takes the socket over, and who connects before that waits in its queue.
                env={**os.environ, "NGINX": f"{listener.fileno()};"},
                pass_fds=[listener.fileno()],
            )
        try:
            yield port, names
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def slow_server(latency_s: float, corpus: Path) -> Iterator[int]:
    """The port of a server, in a process of its own, that answers with a page of `corpus` after `latency_s`."""
    program = Path(__file__).with_name("slow_server.py")
    with socket.create_server(("0.0.0.0", 0), backlog=4096) as listener:  # noqa: S104 - 200 hosts of loopback
        port = listener.getsockname()[1]
        process = subprocess.Popen(
            [sys.executable, program, str(listener.fileno()), str(latency_s)],
            stdin=subprocess.PIPE,
            pass_fds=[listener.fileno()],
        )
    assert process.stdin
    process.stdin.write("\n".join(str(corpus / row["file"]) for row in read_index(corpus)).encode())
    process.stdin.close()
    try:
        yield port
    finally:
        process.terminate()
        process.wait(10)


def measure(client: str, urls: Sequence[str], connections: int, count: int = 0) -> dict[str, float]:
    """What one client takes for `urls`, in a process of its own, with the packages that its users have."""
    program = Path(__file__).with_name("clients.py")
    done = subprocess.run(
        [PEERS if client == "scrapy" else sys.executable, program, client, str(connections), str(count)],
        input=json.dumps(urls),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{client}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def compared(clients: Sequence[str], urls: Sequence[str], connections: int, rounds: int) -> None:
    """Print the median of `rounds` for each client; who goes first changes from round to round."""
    found: dict[str, list[dict[str, float]]] = {client: [] for client in clients}
    for number in range(rounds):
        for client in (*clients[number % len(clients) :], *clients[: number % len(clients)]):
            found[client].append(measure(client, urls, connections))
    bare = found["aiohttp"]
    print(f"| {'client':18} |" + "".join(f" {name:>14} |" for name in FIGURES))
    print(f"| {'-' * 18} |" + f" {'-' * 13}: |" * len(FIGURES))
    for client, rows in found.items():
        figures = (
            f"{statistics.median(row['pages'] / row['cpu'] for row in rows):.0f}",
            f"{statistics.median(row['pages'] / row['wall'] for row in rows):.0f}",
            f"{statistics.median(row['peak'] for row in rows):.0f}",
            f"{max(row['failed'] for row in rows):.0f}",
            f"{statistics.median(b['cpu'] / r['cpu'] for b, r in zip(bare, rows, strict=True)):.2f}",
            f"{statistics.median(b['wall'] / r['wall'] for b, r in zip(bare, rows, strict=True)):.2f}",
        )
        print(f"| {client:18} |" + "".join(f" {figure:>14} |" for figure in figures))


def two_runs(urls: Sequence[str]) -> None:
    """Print what a first run costs, and a second one that asks for every page again and gets "not modified"."""
    found = measure("pipeline, two runs", urls, 100)
    first, second = found["first"], found["second"]
    print(
        f"first {first:.2f} CPU s; second {second:.2f} CPU s, {found['unchanged']} of {len(urls)} pages not modified:"
        f" {second / first:.3f} of it"
    )


def flatness(urls: Sequence[str], counts: Sequence[int]) -> None:
    """Print the peak of fetching and archiving so many pages that stand in sitemaps."""
    for count in counts:
        found = measure("pipeline, sitemaps", urls, 100, count)
        print(f"{found['pages']:.0f} pages, {found['failed']:.0f} failed: peak {found['peak']:.0f} MB")


def main(arguments: Sequence[str] | None = None) -> int:
    """All comparisons. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="a folder with index.jsonl and gzipped pages")
    parser.add_argument("--pages", type=int, default=5000, help="how many in each run")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--clients", nargs="*", default=list(CLIENTS), choices=CLIENTS)
    parser.add_argument("--sitemaps", nargs="*", type=int, default=[1000, 100_000], help="pages in sitemaps")
    options = parser.parse_args(arguments)
    clients = list(dict.fromkeys(("aiohttp", *options.clients)))
    with nginx(options.corpus) as (port, names):
        print(f"{options.pages} pages of ten hosts, 100 connections, no latency")
        urls = [
            f"http://127.0.0.{n % 10 + 1}:{port}/{names[n % len(names)]}?{n}" for n in range(options.pages)
        ]
        compared(clients, urls, 100, options.rounds)
        print("\nOne run after another over pages that did not change, archive and database included")
        each_once = [f"http://127.0.0.{n % 10 + 1}:{port}/{name}" for n, name in enumerate(names)]
        two_runs(each_once)
        print("\nPages of sitemaps of ten thousand each, archive included, 100 connections")
        flatness(each_once, options.sitemaps)
    with slow_server(0.2, options.corpus) as port:
        print(f"\n{options.pages} pages of 200 hosts, 100 connections, 200 ms of latency")
        urls = [f"http://127.0.1.{n % 200 + 1}:{port}/{n}" for n in range(options.pages)]
        compared([name for name in clients if name != "scrapy"], urls, 100, 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
