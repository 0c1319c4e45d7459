"""One module a command; each has `run(request, output) -> exit code`."""
