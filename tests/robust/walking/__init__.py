"""Walks through the explorer: what can be done, where, and what must hold after each step."""
