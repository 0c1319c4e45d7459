"""Records to one SQLite file, and every question asked of it. Nothing outside this package touches SQL."""
