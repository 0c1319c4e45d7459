"""Views and records in other formats."""
