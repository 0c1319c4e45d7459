"""Panes and bars. A widget knows no sibling, no screen and no app: attributes come down, messages go up."""
