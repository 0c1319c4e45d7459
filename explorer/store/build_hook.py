"""Compiles the bundled data set while the wheel is built, so that the first look-up is as quick as the hundredth."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """Puts `explorer/bundled/data.sqlite` into the wheel, beside the YAML that it was made from."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before a wheel is packed; a development install reads the checkout's data folder instead."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from explorer.store.cache import compile_bundled

        self.folder = tempfile.mkdtemp()
        target = os.path.join(self.folder, "data.sqlite")
        errors = compile_bundled(os.path.join(self.root, "data"), target)
        if errors:
            raise SystemExit(f"the bundled data set has {errors} errors: run csto check data")
        build_data["force_include"][target] = "explorer/bundled/data.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the compiled file away again."""
        if version != "editable":
            import shutil

            shutil.rmtree(self.folder, ignore_errors=True)
