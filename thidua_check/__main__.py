"""``python -m thidua_check`` is the command ``thidua-check``."""

from __future__ import annotations

import sys

from thidua_check.cli import main

if __name__ == "__main__":
    sys.exit(main())
