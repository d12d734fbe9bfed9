"""What a ticker says, wherever it stands: text → tokens ─▶ order ─▶ items, with the names of all that is quoted."""
