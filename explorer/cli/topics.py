"""What `help` explains beside the commands."""

from __future__ import annotations

DATES = """\
A day is 2004-06-01, 2004-06, 2004 or 199X, or the name of something dated, such
as an event: its date is meant. A ? after a date marks it as doubtful, a ~ as
approximate; 2002/.. is since 2002, ../2002 until then.

With --as-of, what had not begun is left out, what had ended is marked, and each
statement answers yes, no or cannot tell. Of a whole year the answer is yes only
for what held throughout it."""

ENTITIES = """\
By its id, a former id, its name, a short name or another name. Case, accents and
punctuation do not count, and a hyphen is a space. Quote what has several words.
Failing these a single clear near match is taken, and said on stderr. Where there
are several: exit code 4, and a list of them."""

OUTPUT = """\
Answers go to stdout, everything else to stderr. Text is for people; it is bold or
coloured only on a terminal (--color, then NO_COLOR, then FORCE_COLOR decide), and
as wide as COLUMNS or the terminal; what is longer goes through PAGER there. A number
behind a source, as in ‘art. 2002 ¶4 [2]’, leads to the list of sources beneath.

--plain is tab-separated with a header line; \\t, \\n and \\\\ stand for tabs, line
ends and backslashes in cells. --json is one document, --jsonl one a row; csto
schema output describes them. --fields id,name keeps only these columns or keys,
in this order."""

CODES = """\
  0  answered, or yes
  1  nothing found, or no
  2  the command line makes no sense, or there is no terminal for the explorer
  3  errors in the data (check)
  4  several things have that name
  5  cannot tell
  6  the answer could not be written
 70  the program failed; stderr says how, of the explorer where the log is
130  interrupted
129, 143  the explorer lost its terminal, or was told to end"""

ENVIRONMENT = """\
CSTO_DATA        the data folder, where --data names none
COLUMNS          how wide text is
NO_COLOR         not empty: no colour
FORCE_COLOR      not empty: colour, whatever stdout is
XDG_CACHE_HOME, XDG_STATE_HOME, XDG_CONFIG_HOME
                 where files are kept; csto paths shows them
PAGER            what long text is read in on a terminal (less); empty: nothing
VISUAL, EDITOR   what the explorer opens an entry in"""

TOPICS = {
    "dates": ("how to name a day, and what is answered", DATES),
    "entities": ("how to name what is meant", ENTITIES),
    "output": ("text, --plain, --json, --jsonl, --fields, colour", OUTPUT),
    "exit-codes": ("what the exit code says", CODES),
    "environment": ("variables that are read", ENVIRONMENT),
}
"""Topic to what it is about and its text."""
