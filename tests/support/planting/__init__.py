"""Planted mistakes: one thing that holds in a document is made wrong by seed, and exactly that must be found.

A *plant* takes a draft that was analysed and a random source, picks something that holds, and returns the document
with it made wrong, the rule that must speak, and the words it must mark. Documents are the clean report in all its
typings, the shipped good report and the corpus; facts that the checker does not find are never changed, so the
figures say how well it judges what it understands, not how much it understands (coverage says that).

``model`` holds the values, ``trial`` judges a plant, ``catalogue`` lists the plants of all families, one module for
each family.
"""

from tests.support.planting.model import Base, Plant, Planted, Trial

__all__ = ["Base", "Plant", "Planted", "Trial"]
