"""PDF files with a text layer, through pdfium (the extra ``pdf``)."""

from thidua_check.read.pdf.pdf import read_pdf

__all__ = ["read_pdf"]
