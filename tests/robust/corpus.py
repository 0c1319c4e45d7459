"""Text that has been used to fool a terminal, a reader, a parser or a person, by kind. All of it is made here."""

from __future__ import annotations

from collections.abc import Iterator

C0 = [f"a{chr(code)}b" for code in range(0x20)]
C1 = [f"a{chr(code)}b" for code in range(0x80, 0xA0)]
DELETE = ["a\x7fb"]
BIDI = [
    f"user{chr(code)}nimda" for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x206F)
]
ZERO_WIDTH = [
    f"sta{chr(code)}ff"
    for code in (0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2028, 0x2029, *range(0x2060, 0x2065), 0xFEFF, 0xFFF9, 0xFFFB)
]
TAGS = [f"a{chr(code)}b" for code in range(0xE0000, 0xE0080)]
LONE = [f"a{chr(code)}b" for code in (0xD800, 0xDBFF, 0xDC00, 0xDC80, 0xDC9B, 0xDCE9, 0xDCFF, 0xDFFF)]
"""Halves of characters; those from DC80 to DCFF are how Python holds bytes that are no UTF-8."""
UNASSIGNED = [f"a{chr(code)}b" for code in (0x0378, 0xE000, 0xF8FF, 0xFDD0, 0xFFFE, 0xFFFF, 0xF0000, 0x10FFFF)]
FLOODS = [
    *("e" + mark * 60 for mark in ("\u0301", "\u0489", "\u20dd", "\u0e31", "\ufe0f", "\u0303\u0330", "\U000e0100")),
    "".join(letter + "\u0300\u0316\u0334" * 9 for letter in "zalgo"),
    "\u0301" * 40,
    "東" + "\u3099" * 40,
]
OSC, CSI, DCS, APC, PM, SOS = "]", "[", "P", "_", "^", "X"
SEQUENCES = {
    "title": (OSC, "0;owned", "\a"),
    "icon name": (OSC, "1;owned", "\a"),
    "clipboard written": (OSC, "52;c;b3duZWQ=", "\a"),
    "clipboard asked": (OSC, "52;c;?", "\a"),
    "link": (OSC, "8;;http://example.org", "\a"),
    "palette": (OSC, "4;1;?", "\a"),
    "background asked": (OSC, "11;?", "\a"),
    "font": (OSC, "50;x", "\a"),
    "notice": (OSC, "777;notify;a;b", "\a"),
    "file": (OSC, "1337;File=inline=1:AAAA", "\a"),
    "erased": (CSI, "2J", ""),
    "history erased": (CSI, "3J", ""),
    "moved": (CSI, "1;1H", ""),
    "place asked": (CSI, "6n", ""),
    "name asked": (CSI, "c", ""),
    "version asked": (CSI, ">0q", ""),
    "title told": (CSI, "21t", ""),
    "window resized": (CSI, "8;1;1t", ""),
    "first screen": (CSI, "?1049l", ""),
    "every motion": (CSI, "?1003h", ""),
    "printer": (CSI, "5i", ""),
    "concealed": (CSI, "5;8m", ""),
    "setting asked": (DCS, "$qm", "\x1b\\"),
    "picture": (APC, "Ga=T,f=24,s=1,v=1;AAAA", "\x1b\\"),
    "private message": (PM, "owned", "\x1b\\"),
}
"""Twenty-five: how each begins, what is in it, how it ends."""
SEVEN_BIT = [f"a\x1b{kind}{held}{end}b" for kind, held, end in SEQUENCES.values()]
EIGHT_BIT = [
    f"a{chr(ord(kind) + 0x40)}{held}{end.replace(chr(0x1B) + chr(0x5C), chr(0x9C))}b"
    for kind, held, end in SEQUENCES.values()
]
SHORT = [
    f"a{sequence}b" for sequence in ("\x1bc", "\x1b#8", "\x1b(0lqqk", "\x1b=", "\x1bM", "\x1bn", "\x1bX", "\x1b%@")
]
MARKUP = [
    *("[bold]x[/bold]", "[/nope]", "[/]", "[", "]", "[[", "]]", "[]", "[bold", "bold]", "[@click=app.quit]x[/]"),
    *("[@click=app.quit()]x", "[link=http://example.org]x[/link]", "[$primary]x", "[on red]x", "[#ff0000]x", "[red]"),
    *("[/red]", "[bold][italic]x[/bold]", "\\[x]", "\\\\[x]", "[1]", "[a b c]", "[!]", "[a=b]", "[reverse blink]x"),
    *(
        "[not bold]x",
        "[rgb(1,2,3)]x",
        "[auto]x",
        "$primary",
        ":smile:",
        ":warning:",
        "**x** _y_ `z`",
        "# x",
        "| a | b |",
    ),
    *("<b>x</b>", "&lt;b&gt;", "![x](y)", "[x](javascript:alert)", "${x}"),
]
"""Forty: what Rich, Textual, Markdown and HTML would take for more than letters."""
NAUGHTY = {
    "nothing": [" ", "   ", "-", "--", "...", "_"],
    "taken for nothing": ["undefined", "null", "NULL", "nil", "None", "NaN", "(null)", "\\N", "#N/A"],
    "taken for yes and no": ["true", "FALSE", "yes", "no", "on", "off", "y", "n"],
    "numbers": ["0", "-0", "1e309", "1/0", "0x7f", "1_000", "１２３", "٣", "௧", "¼", "²", "0.1.2", "1,000", "9" * 400],
    "dates": ["2005-02-30", "0000-00-00", "9999-12-31", "2005-13", "24:00", "12:34:56"],
    "punctuation": ["'", '"', "''", '"""', "`", "\\", "/", "|", "&&", ";", "%", "@", "?:", "- x", "a: b", "a #b", "!x"],
    "wide and doubled": ["東京都", "한국어", "ﾊﾝｶｸ", "ＷＩＤＥ", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇰🇬🇦🇲", "✊🏿", "☺️"],
    "right to left": ["العربية", "עברית", "abc العربية def", "۱۲۳"],
    "letters that grow or shrink": ["ß", "İ", "ı", "ŉ", "ﬃ", "ǰ", "Ⱥ", "ẞ", "ΐ"],
    "look-alikes": ["сsto", "раураl", "ＣＳＴＯ", "𝓬𝓼𝓽𝓸", "ⓒⓢⓣⓞ", "ɐɯɐu"],
    "blanks of other kinds": ["a\u00a0b", "a\u2003b", "a\u3000b", "a\u1680b", "a\u2800b", "a\u3164b"],
    "commands": ["$(reboot)", "`reboot`", "; reboot", "| reboot", "$HOME", "%PATH%", "~root", "--help", "-rf", "!!"],
    "paths": ["../../etc/passwd", "/dev/zero", "C:\\con", "CON", "aux.yaml", "//x", "file:///etc/passwd", "a/b"],
    "queries": [
        "' or 1=1 --",
        '"; drop table entity; --',
        "%' --",
        "entity*",
        "NEAR(a b)",
        "a AND NOT",
        "^a",
        "{a b}:c",
    ],
    "formats": ["%s%n%x", "{0}", "{}", "{x.__class__}", "%(x)s", "{{7*7}}", "$x", "#{x}"],
    "scripts": ["<script>alert(1)</script>", "<!--", "]]>", "<!ENTITY x SYSTEM 'file:///x'>", "javascript:x"],
    "yaml": ["!!python/object:os.system", "&a *a", "<<: x", "%YAML 9.9", "---", "? x", "[a, b", "{a: b"],
    "long": ["x" * 3000, "x " * 1500, "東" * 1500],
}

GROUPS: dict[str, list[str]] = {
    "C0": C0,
    "C1": C1,
    "delete": DELETE,
    "bidi": BIDI,
    "zero width": ZERO_WIDTH,
    "tags": TAGS,
    "halves": LONE,
    "not assigned": UNASSIGNED,
    "floods": FLOODS,
    "sequences of 7 bits": SEVEN_BIT,
    "sequences of 8 bits": EIGHT_BIT,
    "short sequences": SHORT,
    "markup": MARKUP,
    **NAUGHTY,
}
ONLY_LETTERS = ("markup", *NAUGHTY)
"""Kinds that no terminal would obey; they may not be taken for more than letters either."""


def every() -> Iterator[tuple[str, str]]:
    """Each text with its kind."""
    for kind, texts in GROUPS.items():
        for text in texts:
            yield kind, text


def hostile() -> list[str]:
    """Those that a terminal would obey, hide or pile up."""
    return [text for kind, text in every() if kind not in ONLY_LETTERS]


def storable() -> list[str]:
    """Those that a file can hold: no halves of characters."""
    return [text for kind, text in every() if kind != "halves"]
