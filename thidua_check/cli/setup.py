"""The settings of a run: the command line over the files nearest to each draft, over the defaults."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from thidua_check.cli.guidance import guidance_file
from thidua_check.config.apply import Plan, plan_for
from thidua_check.config.baseline import Baseline, load_baseline
from thidua_check.config.settings import DEFAULTS, OF_THE_RUN, Config, Setting, nearest
from thidua_check.config.tables import Faults
from thidua_check.errors import UsageError
from thidua_check.findings import Level, Words

Settings = Mapping[str, Setting]


@frozen
class Group:
    """Drafts with one configuration file, by their places among the drafts of the run."""

    config: Config | None
    settings: Settings
    drafts: tuple[tuple[int, str], ...]

    def value(self, key: str) -> Any:
        """Return the value of a setting."""
        return self.settings[key].value


@frozen
class Setup:
    """All that a run is told by its command line and its files; ``plans`` has one for each draft, in order."""

    groups: tuple[Group, ...]
    plans: tuple[Plan, ...]
    baseline: Baseline | None

    def value(self, key: str) -> Any:
        """Return the value of a setting of the whole run."""
        return self.groups[0].value(key)

    @property
    def fail_on(self) -> Level | None:
        """The level from which findings fail the run, None for never."""
        level: Level | str = self.value("fail_on")
        return level if isinstance(level, Level) else None

    @property
    def settings_files(self) -> tuple[str, ...]:
        """The files of settings that were read."""
        return tuple(group.config.file for group in self.groups if group.config)

    def files(self) -> Iterator[str]:
        """Yield the files that were read, which no result may be written over."""
        yield from self.settings_files
        for group in self.groups:
            if group.value("outline"):
                yield guidance_file(group.value("outline"))
        yield from (f"{plan.draft}.thidua.toml" for plan in self.plans)
        if self.baseline:
            yield self.baseline.file


@define
class Finder:
    """Finds the configuration of each draft, one look a folder; ``files`` False leaves all files alone."""

    given: Settings
    files: bool = True
    faults: Faults = field(factory=Faults)
    known: dict[Path, Config | None] = field(factory=dict)

    def config(self, draft: str) -> Config | None:
        """Return the configuration nearest to a draft (or to what a folder with a slash at its end would hold)."""
        folder = Path(os.path.dirname(os.path.abspath(draft)))
        if self.files and folder not in self.known:
            self.known[folder] = nearest(folder, self.faults)
        return self.known.get(folder)

    def settings(self, draft: str) -> Settings:
        """Return all settings of a draft."""
        config = self.config(draft)
        return {**DEFAULTS, **(config.settings if config else {}), **self.given}

    def guidance(self, draft: str) -> str | None:
        """Return the guidance file that a draft is held against."""
        spec: str | None = self.settings(draft)["outline"].value
        return guidance_file(spec) if spec else None

    def groups(self, drafts: Sequence[str]) -> tuple[Group, ...]:
        """Return the drafts by configuration file; one empty group for the working folder where there are none.

        Raises ConfigError for faults of the files and UsageError where they contradict each other.
        """
        found: dict[str | None, list[tuple[int, str]]] = {}
        for number, draft in enumerate(drafts):
            config = self.config(draft)
            found.setdefault(config.file if config else None, []).append((number, draft))
        here = os.path.join(os.getcwd(), "")
        groups = [
            Group(self.config(own[0][1]), self.settings(own[0][1]), tuple(own)) for own in found.values()
        ]
        self.faults.check()
        _check_agreement(groups)
        return tuple(groups) or (Group(self.config(here), self.settings(here), ()),)


def prepare(finder: Finder, drafts: Sequence[str], *, baseline: bool = True) -> Setup:
    """Return the setup of a run; without ``baseline`` the baseline is left alone.

    Raises ConfigError and UsageError for what is wrong in the files.
    """
    groups = finder.groups(drafts)
    file = groups[0].value("baseline")
    known = load_baseline(file) if file and baseline else None
    plans = {
        number: plan_for(draft, group.config, known, finder.faults, sidecars=finder.files)
        for group in groups
        for number, draft in group.drafts
    }
    finder.faults.check()
    return Setup(groups, tuple(plans[n] for n in sorted(plans)), known)


def _check_agreement(groups: Sequence[Group]) -> None:
    for key in OF_THE_RUN:
        for other in groups[1:]:
            if groups[0].value(key) != other.value(key):
                one, two = groups[0].settings[key].origin, other.settings[key].origin
                raise UsageError(
                    f"Các bản thảo theo những cấu hình khác nhau về {key} ({one.vi}; {two.vi}); hãy kiểm tra riêng.",
                    f"The drafts have configurations that differ in {key} ({one.get('en')}; {two.get('en')});"
                    " check them apart.",
                )


def given(args: argparse.Namespace) -> Settings:
    """Return the settings of a command line."""
    values = {
        "outline": args.outline,
        "profile": args.profile,
        "stage": args.stage,
        "rules": tuple(args.rules) or None,
        "select": tuple(chain.from_iterable(args.select)) or None,
        "ignore": tuple(chain.from_iterable(args.ignore)) or None,
        "fail_on": getattr(args, "fail_on", None),
        "min_level": getattr(args, "min_level", None),
        "baseline": args.baseline,
    }
    return {
        key: Setting(value, Words(f"--{key.replace('_', '-')}"))
        for key, value in values.items()
        if value is not None
    }
