"""`make bench`: the measures, each beside its yardstick, measured in the same run; `--sizes` adds those of size."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import lookups, screen, sizes, tabs
from tests.benchmarks.measure import table

ROOT = Path(__file__).parent.parent.parent


def installed(folder: Path) -> Path:
    """A fresh virtual environment with the built wheel: what a user has, the compiled data set in it."""
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    pip = [str(environment / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", str(ROOT)], check=True)
    return environment


def main() -> None:
    """Install, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = installed(folder)
        env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        os.environ.pop("PYTHONPATH", None)  # the installed program is meant, not this one
        env.pop("PYTHONPATH", None)
        os.environ.update(env)
        rows = [*lookups.measures(environment, env), *tabs.measures(environment, env), *screen.measures(environment)]
        if "--sizes" in sys.argv:
            rows += sizes.run(environment, env, sys.argv[2:])
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, 80x24, medians of paired runs")
    print(table(rows))


if __name__ == "__main__":
    main()
