"""Settings and suppressions from files: ``thidua_check.toml``, ``pyproject.toml``, sidecars and the baseline."""
