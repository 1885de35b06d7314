"""Readers: from bytes to a Document."""

from thidua_check.read.reading import read

__all__ = ["read"]
