"""Dates, quantities and locators: the values that every layer speaks. Standard library only."""
