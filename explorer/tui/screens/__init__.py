"""Screens coordinate widgets and own the state."""
