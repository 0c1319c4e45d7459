"""Completion scripts: commands and options of the registry, ids from a flat file; the program is not started."""

from __future__ import annotations

from explorer.cli.registry import COMMANDS, SHARED, VERSION, Command, Option, shared
from explorer.cli.topics import TOPICS
from explorer.values.lean import NamedTuple


class Words(NamedTuple):
    """What a script completes to, beside the registry."""

    names: str
    """The file of ids and names."""
    kinds: tuple[str, ...]
    questions: tuple[str, ...] = ()
    """What figures answer."""
    stages: tuple[str, ...] = ()
    """Ids of the model's stages."""


SHELLS = ("bash", "zsh", "fish")
NAMED = ("ENTITY", "ORG", "ID", "SOURCE", "A B")
"""Arguments and values that are ids."""
DATED = ("--as-of", "--since", "--until")
"""Options whose values can be the ids of what has a date."""
FILES = ("FILE", "DIR")


def arguments(command: Command, words: Words) -> tuple[str, ...]:
    """The words that a command's arguments can be, as far as they are few; ids are not among them."""
    few = {"[KIND]": words.kinds, "ABOUT": words.questions, "[STAGE]": words.stages}
    few["[TOPIC]"] = (*(one.name for one in COMMANDS), *TOPICS)
    return few.get(command.arguments, command.choices)


def takes_ids(command: Command) -> bool:
    """Whether its arguments are ids."""
    return any(name in command.arguments for name in NAMED)


def named(option: Option) -> bool:
    """Whether its value can be an id."""
    return option.value in NAMED or option.name in DATED


def values(option: Option, words: Words) -> tuple[str, ...]:
    """The words that an option's value can be."""
    return option.choices or (words.kinds if option.value == "KIND" else ())


def script(shell: str, words: Words) -> str:
    """The script of a shell."""
    return {"bash": bash, "zsh": zsh, "fish": fish}[shell](words)


def _options(command: Command) -> str:
    return " ".join(name for one in (*command.options, *shared(command)) for name in (one.name, one.short) if name)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _valued() -> list[tuple[str, Option]]:
    """Each option that takes a value, as a pattern of its command and itself: `find --kind`, or of any command."""
    every = [(one.name, option) for one in COMMANDS for option in one.options] + [("*", option) for option in SHARED]
    return [
        (f"*' {name}'" if command == "*" else f"'{command} {name}'", option)
        for command, option in every
        if option.value
        for name in filter(None, (option.name, option.short))
    ]


_BASH = """# csto: completion for bash. Put it into ~/.local/share/bash-completion/completions/csto
_csto_ids() {
  local word=$1 id name
  [[ -r $_csto_names && $word =~ ^[[:alnum:]_.-]*$ ]] || return 0
  while IFS=$'\\t' read -r id name; do COMPREPLY+=("$id"); done \\
    < <(command grep -i -m 500 -E "^${word//./\\\\.}" "$_csto_names" 2>/dev/null)
  [[ ${#COMPREPLY[@]} == 0 ]] || return 0
  while IFS=$'\\t' read -r id name; do COMPREPLY+=("$id"); done \\
    < <(command grep -i -m 500 -E $'\\t'"${word//./\\\\.}" "$_csto_names" 2>/dev/null)
  [[ ${#COMPREPLY[@]} -le 1 ]] || COMPREPLY+=(' ') # what ids have in common must not replace a name
}
_csto() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= known= i
  [[ $word == = ]] && word=
  [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in %(commands)s) command=${COMP_WORDS[i]}; break;; esac
  done
  case "$command $before" in
%(values)s
  esac
  if [[ $word == -* ]]; then
    case $command in
%(options)s
      *) known='%(shared)s';;
    esac
    COMPREPLY=($(compgen -W "$known" -- "$word"))
    return
  fi
  case $command in
%(cases)s
    '') COMPREPLY=($(compgen -W '%(commands_spaced)s' -- "$word"));;
  esac
}
complete -F _csto csto
"""


def _names(separator: str) -> str:
    return separator.join(one.name for one in COMMANDS)


def bash(words: Words) -> str:
    """For bash: ids by their own beginning, or where there is none, by that of their names."""
    made = {
        "values": "\n".join(f"    {pattern}) {_bash_value(option, words)}; return;;" for pattern, option in _valued()),
        "commands": _names("|"),
        "commands_spaced": _names(" "),
        "options": "\n".join(f"      {one.name}) known='{_options(one)}';;" for one in COMMANDS),
        "cases": "\n".join(f"    {one.name}) {_bash_case(one, words)};;" for one in COMMANDS),
        "shared": " ".join(one.name for one in (*SHARED, VERSION)),
    }
    return f"_csto_names={_quoted(words.names)}\n" + _BASH % made


def _bash_case(command: Command, words: Words) -> str:
    """What a command's arguments are completed to."""
    if takes_ids(command):
        return '_csto_ids "$word"'
    if "DIR" in command.arguments:
        return 'COMPREPLY=($(compgen -d -- "$word"))'
    return f"""COMPREPLY=($(compgen -W '{" ".join(arguments(command, words))}' -- "$word"))"""


def _bash_value(option: Option, words: Words) -> str:
    if option.value in FILES:
        return f'COMPREPLY=($(compgen -{"d" if option.value == "DIR" else "f"} -- "$word"))'
    if named(option):
        return '_csto_ids "$word"'
    return f"""COMPREPLY=($(compgen -W '{" ".join(values(option, words))}' -- "$word"))"""


_ZSH = """#compdef csto
# csto: completion for zsh. Put it into a folder of $fpath as _csto
_csto_ids() {
  local -a found
  [[ -r $_csto_names ]] && found=(${${(f)"$(<$_csto_names)"}//$'\\t'/:})
  _describe -t entities entity found
}
_csto() {
  local command= word before=${words[CURRENT-1]}
  if [[ $PREFIX == --*=* ]]; then before=${PREFIX%%%%=*}; compset -P '*='; fi
  for word in ${words[2,CURRENT-1]}; do
    case $word in (%(commands)s) command=$word; break;; esac
  done
  case "$command $before" in
%(values)s
  esac
  if [[ $PREFIX == -* ]]; then
    case $command in
%(options)s
      (*) compadd -- %(shared)s;;
    esac
    return
  fi
  case $command in
%(cases)s
    ('')
      local -a known=(%(all)s)
      _describe -t commands command known;;
  esac
}
if [[ $funcstack[1] == _csto ]]; then _csto "$@"; else compdef _csto csto; fi
"""


def zsh(words: Words) -> str:
    """For zsh: ids with their names beside them."""
    made = {
        "values": "\n".join(f"    ({pattern}) {_zsh_value(option, words)}; return;;" for pattern, option in _valued()),
        "commands": _names("|"),
        "options": "\n".join(f"      ({one.name}) compadd -- {_options(one)};;" for one in COMMANDS),
        "cases": "\n".join(f"    ({one.name}) {_zsh_case(one, words)};;" for one in COMMANDS),
        "all": " ".join(_quoted(f"{one.name}:{one.summary.replace(':', ' ')}") for one in COMMANDS),
        "shared": " ".join(one.name for one in (*SHARED, VERSION)),
    }
    head, rest = (_ZSH % made).split("\n", 1)
    return f"{head}\n_csto_names={_quoted(words.names)}\n{rest}"


def _zsh_case(command: Command, words: Words) -> str:
    if takes_ids(command):
        return "_csto_ids"
    return "_files -/" if "DIR" in command.arguments else f"compadd -- {' '.join(arguments(command, words))}"


def _zsh_value(option: Option, words: Words) -> str:
    if option.value in FILES:
        return "_files -/" if option.value == "DIR" else "_files"
    return "_csto_ids" if named(option) else f"compadd -- {' '.join(values(option, words))}"


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
    elif named(option):
        parts.append("-x -a '(test -r $__csto_names; and cat $__csto_names)'")
    elif option.value:
        parts.append(f"-x -a {_quoted(' '.join(values(option, words)))}")
    return " ".join(part for part in parts if part)
