"""Whether a data folder is still what was compiled: names, times and sizes of its files, and where these say too little
their content."""

from __future__ import annotations


def stamps(folder: str) -> dict[str, str]:
    """What lies in the folder: a file's name to its time and size, or to why it cannot be read."""
    from explorer.dataset.folder import walk

    return walk(folder).stamps


def digests(folder: str, now: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """The same with a digest of what is in each file, read unless it is known; of what cannot be read, why not."""
    from explorer.dataset import folder as files

    told = known | refusals(now)
    return told | files.digests(folder, [name for name in now if name not in told])


def refusals(now: dict[str, str]) -> dict[str, str]:
    """The stamps of what is no file to read: there is no more to say of it."""
    from explorer.dataset.folder import REFUSED

    return {name: stamp for name, stamp in now.items() if stamp.startswith(REFUSED)}


def doubtful(now: dict[str, str], read: dict[str, str], clock: float) -> set[str]:
    """Files to be read again, because their stamps may stay the same while their content does not. The stamps were
    taken at that time, before the files were read.

    What could not be read may be readable the next time. And what was written just now may be written again within
    the same tick of the file system's clock.
    """
    from explorer.dataset.folder import TICK

    return {name for name, stamp in now.items() if not read.get(name) or abs(_written(stamp) - clock) < TICK}


def _written(stamp: str) -> float:
    """When a file was written, by its stamp; long ago for what is none."""
    nanoseconds = stamp.partition(".")[0].lstrip("-")
    return int(nanoseconds) / 1e9 if nanoseconds.isdigit() else 0.0
