"""What pages and their parts are called: boilerplate, boxes beside the stories, round-ups, the page itself."""
