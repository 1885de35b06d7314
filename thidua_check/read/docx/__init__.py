"""Word files (.docx), straight from the XML."""

from thidua_check.read.docx.word import read_docx, walk

__all__ = ["read_docx", "walk"]
