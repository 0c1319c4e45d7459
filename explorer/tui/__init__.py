"""The explorer: the only place where Textual lives."""
