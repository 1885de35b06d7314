"""OpenDocument text files (.odt, ISO/IEC 26300), straight from the XML."""

from thidua_check.read.odt.odt import read_odt

__all__ = ["read_odt"]
