"""How a guest behaves: what robots.txt and pages allow, how long to wait, when to leave a host alone."""
