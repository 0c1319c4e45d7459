"""Completion scripts: commands and options of the registry, ids from a flat file; the program is not started."""

from __future__ import annotations

from explorer.cli.registry import COMMANDS, SHARED, VERSION, Command, Option
from explorer.cli.topics import TOPICS
from explorer.values.lean import NamedTuple


class Words(NamedTuple):
    """What a script completes to, beside the registry."""

    names: str
    """The file of ids and names."""
    kinds: tuple[str, ...]


SHELLS = ("bash", "zsh", "fish")
NAMED = ("ENTITY", "ORG", "ID", "SOURCE", "A B", "ABOUT")
"""Arguments and values that are ids."""
FILES = ("FILE", "DIR")


def arguments(command: Command, words: Words) -> tuple[str, ...]:
    """The words that a command's arguments can be, as far as they are few; ids are not among them."""
    if command.arguments == "[KIND]":
        return words.kinds
    if command.name == "help":
        return (*(one.name for one in COMMANDS), *TOPICS)
    return command.choices


def takes_ids(command: Command) -> bool:
    """Whether its arguments are ids."""
    return any(name in command.arguments for name in NAMED)


def values(option: Option, words: Words) -> tuple[str, ...]:
    """The words that an option's value can be."""
    return words.kinds if option.value == "KIND" else option.choices


def script(shell: str, words: Words) -> str:
    """The script of a shell."""
    return {"bash": bash, "zsh": zsh, "fish": fish}[shell](words)


def _options(command: Command) -> str:
    return " ".join(name for one in (*command.options, *SHARED) for name in (one.name, one.short) if name)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


_BASH = """# csto: completion for bash. Put it into ~/.local/share/bash-completion/completions/csto
_csto_ids() {
  local word=$1 id name
  [[ -r $_csto_names && $word =~ ^[[:alnum:]_.-]*$ ]] || return
  while IFS=$'\\t' read -r id name; do COMPREPLY+=("$id"); done \\
    < <(command grep -i -m 500 -E "(^|"$'\\t'")${word//./\\\\.}" "$_csto_names" 2>/dev/null)
}
_csto() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i
  COMPREPLY=()
  case $before in
%(values)s
  esac
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in %(commands)s) command=${COMP_WORDS[i]}; break;; esac
  done
  case $command in
%(cases)s
    *) COMPREPLY=($(compgen -W '%(all)s %(shared)s' -- "$word"));;
  esac
}
complete -F _csto csto
"""


def bash(words: Words) -> str:
    """For bash: ids by their own beginning or by that of their names."""
    cases = []
    for one in COMMANDS:
        ids = '; [[ $word == -* ]] || _csto_ids "$word"' if takes_ids(one) else ""
        files = '; [[ $word == -* ]] || COMPREPLY+=($(compgen -d -- "$word"))' if "DIR" in one.arguments else ""
        known = " ".join((*arguments(one, words), _options(one)))
        cases.append(f"""    {one.name}) COMPREPLY=($(compgen -W '{known}' -- "$word")){ids}{files};;""")
    made = {
        "values": "\n".join(_bash_values(words)),
        "commands": "|".join(one.name for one in COMMANDS),
        "cases": "\n".join(cases),
        "all": " ".join(one.name for one in COMMANDS),
        "shared": " ".join(one.name for one in (*SHARED, VERSION)),
    }
    return f"_csto_names={_quoted(words.names)}\n" + _BASH % made


def _every_option() -> list[Option]:
    """Each option that takes a value, once."""
    every = [*SHARED, *(option for one in COMMANDS for option in one.options)]
    return list({option.name: option for option in every if option.value}.values())


def _bash_values(words: Words) -> list[str]:
    made = []
    for option in _every_option():
        names = "|".join(filter(None, (option.name, option.short)))
        if option.value in FILES:
            act = f'COMPREPLY=($(compgen -{"d" if option.value == "DIR" else "f"} -- "$word"))'
        elif option.value in NAMED:
            act = '_csto_ids "$word"'
        else:
            act = f"""COMPREPLY=($(compgen -W '{" ".join(values(option, words))}' -- "$word"))"""
        made.append(f"    {names}) {act}; return;;")
    return made


_ZSH = """#compdef csto
# csto: completion for zsh. Put it into a folder of $fpath as _csto
_csto_ids() {
  local -a found
  [[ -r $_csto_names ]] && found=(${${(f)"$(<$_csto_names)"}//$'\\t'/:})
  _describe -t entities entity found
}
_csto() {
  local command= word
  case ${words[CURRENT-1]} in
%(values)s
  esac
  for word in ${words[2,CURRENT-1]}; do
    case $word in (%(commands)s) command=$word; break;; esac
  done
  case $command in
%(cases)s
    (*)
      local -a known=(%(all)s)
      _describe -t commands command known
      compadd -- %(shared)s;;
  esac
}
if [[ $funcstack[1] == _csto ]]; then _csto "$@"; else compdef _csto csto; fi
"""


def zsh(words: Words) -> str:
    """For zsh: ids with their names beside them."""
    cases = []
    for one in COMMANDS:
        ids = "; [[ $PREFIX == -* ]] || _csto_ids" if takes_ids(one) else ""
        files = "; _files -/" if "DIR" in one.arguments else ""
        known = " ".join((*arguments(one, words), _options(one)))
        cases.append(f"    ({one.name}) compadd -- {known}{ids}{files};;")
    made = {
        "values": "\n".join(_zsh_values(words)),
        "commands": "|".join(one.name for one in COMMANDS),
        "cases": "\n".join(cases),
        "all": " ".join(_quoted(f"{one.name}:{one.summary.replace(':', ' ')}") for one in COMMANDS),
        "shared": " ".join(one.name for one in (*SHARED, VERSION)),
    }
    head, rest = (_ZSH % made).split("\n", 1)
    return f"{head}\n_csto_names={_quoted(words.names)}\n{rest}"


def _zsh_values(words: Words) -> list[str]:
    made = []
    for option in _every_option():
        names = "|".join(filter(None, (option.name, option.short)))
        known = " ".join(values(option, words))
        act = "_files" if option.value in FILES else "_csto_ids" if option.value in NAMED else f"compadd -- {known}"
        made.append(f"    ({names}) {act}; return;;")
    return made


def fish(words: Words) -> str:
    """For fish: ids with their names beside them."""
    every = " ".join(one.name for one in COMMANDS)
    lines = ["# csto: completion for fish. Put it into ~/.config/fish/completions/csto.fish"]
    lines += [f"set -g __csto_names {_quoted(words.names)}", "complete -c csto -f"]
    none = f"not __fish_seen_subcommand_from {every}"
    lines += [f"complete -c csto -n {_quoted(none)} -a {one.name} -d {_quoted(one.summary)}" for one in COMMANDS]
    lines += [_fish_option(option, "", words) for option in (*SHARED, VERSION)]
    for one in COMMANDS:
        seen = f"__fish_seen_subcommand_from {one.name}"
        if takes_ids(one):
            lines.append(f"complete -c csto -n {_quoted(seen)} -a '(test -r $__csto_names; and cat $__csto_names)'")
        if known := " ".join(arguments(one, words)):
            lines.append(f"complete -c csto -n {_quoted(seen)} -a {_quoted(known)}")
        if "DIR" in one.arguments:
            lines.append(f"complete -c csto -n {_quoted(seen)} -a '(__fish_complete_directories)'")
        lines += [_fish_option(option, seen, words) for option in one.options]
    return "\n".join(lines) + "\n"


def _fish_option(option: Option, seen: str, words: Words) -> str:
    parts = ["complete -c csto", f"-n {_quoted(seen)}" if seen else "", f"-l {option.name.removeprefix('--')}"]
    parts += [f"-s {option.short.removeprefix('-')}" if option.short else "", f"-d {_quoted(option.help)}"]
    if option.value in FILES:
        parts.append("-r -F")
    elif option.value in NAMED:
        parts.append("-x -a '(test -r $__csto_names; and cat $__csto_names)'")
    elif option.value:
        parts.append(f"-x -a {_quoted(' '.join(values(option, words)))}")
    return " ".join(part for part in parts if part)
