"""`csto paths`"""

from __future__ import annotations

import os

from explorer.cli.arguments import Request
from explorer.cli.output import Output
from explorer.errors import OK
from explorer.store import kept, place
from explorer.store.completing import names_path


def run(request: Request, output: Output) -> int:
    """Every file and folder that the program reads or writes, whether there or not."""
    folder = place.chosen_folder(request.value("--data"))
    bundled = folder == place.BUNDLED_FOLDER and os.path.exists(place.BUNDLED)
    config = os.path.join(place.own_folder("XDG_CONFIG_HOME", ".config"), "config.toml")
    rows = [
        ("data", folder),
        ("compiled", place.BUNDLED if bundled else place.cache_path(folder)),
        ("names", names_path(folder)),
        ("session", kept.path(folder)),
        ("config", config),
    ]
    if request.json:
        records = [{"what": what, "path": path, "exists": os.path.exists(path)} for what, path in rows]
        output.answer({"paths": records}, "paths")
    else:
        output.table(("what", "path"), [(what, path or "(no home folder)") for what, path in rows])
    return OK
