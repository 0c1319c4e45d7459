"""YAML text to checked records. Whoever only looks something up never imports this package's reader."""
