"""Showing what was found: text for people, JSON for programs. ``renderers`` lists the formats."""
