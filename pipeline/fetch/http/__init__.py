"""One page over HTTP(S): what is asked, by which connections, behind which guard, and what came of it."""
