#!/usr/bin/python3
"""Writes the manual page from the program's own help, so that no option is forgotten.

    scripts/make_manual.py PROGRAM > resources/convscope.1     makes it
    scripts/make_manual.py PROGRAM --check FILE                exit code 1 where FILE is not what it would make
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys

HEAD = r""".\" Made by scripts/make_manual.py from the program's help; change that instead.
.TH CONVSCOPE 1 "" "Convscope VERSION" "User Commands"
.SH NAME
convscope \- show what a convolutional network looks at
.SH SYNOPSIS
.B convscope
.RI [ OPTIONS ]
.RI [ FILE ]
.br
.B convscope
.I COMMAND
.RI [ OPTIONS ]
.RI [ IMAGES ]
.SH DESCRIPTION
Without a command
.B convscope
opens its window, with what was open last, or with FILE, a figure or a session that it wrote.
With one it computes what the window shows, without a display, and writes the numbers, the pictures and how they were made.
"""

TAIL = r""".SH "EXIT STATUS"
0 when all was done, 1 when something failed (the rest is done all the same), 2 when it was called wrongly, 130 after Ctrl-C.
.SH FILES
.TP
.I ~/.local/state/convscope/convscope.log
the window's log
.TP
.I ~/.local/state/convscope/session.convscope
what the window had open last
.SH ENVIRONMENT
The language follows LANGUAGE, LC_ALL, LC_MESSAGES and LANG: English, Simplified and Traditional Chinese.
.SH EXAMPLES
.nf
convscope \-\-model checkpoint.pth \-\-data food\-11
convscope figure \-\-model checkpoint.pth \-\-layer 15 \-\-filter 0 \-\-out figure.pdf 3_12.jpg
convscope figure \-\-model checkpoint.pth \-\-row lime:samples=500 \-\-row lime:score=probabilities \-\-out figure.pdf 3_12.jpg
convscope evaluate \-\-demo \-\-localisation
.fi
"""


def help_of(program, *command):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")
    return subprocess.run([program, *command, "--help"], check=True, capture_output=True, text=True,
                          env=environment).stdout


def block_of(text, heading):
    """The lines of the help below a heading, up to the next empty one."""
    return re.search(rf"^{heading}:\n(.*?)(?:\n\n|\n*\Z)", text, re.M | re.S).group(1)


def commands_of(text):
    """The subcommands that the help of the program lists."""
    return [line.split()[0] for line in block_of(text, "Subcommands").splitlines()]


def options_of(text):
    """(option with its argument or default, what it does) for each line of the help's lists of options."""
    block = block_of(text, "Options")
    joined = re.sub(r"\n {20,}", "  ", block)  # a long option has its text on the next line
    for line in joined.splitlines():
        name, meaning = re.match(r"  (\S.*?)(?:  +(.*))?$", line).groups()
        # "N,N,…" is wider in bytes than in columns and may leave one blank only.
        yield name.strip(), (meaning or "").strip()


def escaped(text):
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def listed(options):
    return "".join(f".TP\n.B {escaped(name)}\n{escaped(meaning)}\n" for name, meaning in options)


def manual(program):
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    overview = help_of(program)
    common = list(options_of(overview))
    shared = {name for name, _ in options_of(help_of(program, "layers"))} & {name for name, _ in common}
    page = HEAD.replace("VERSION", version) + ".SH OPTIONS\n" + listed(common) + ".SH COMMANDS\n"
    for command in commands_of(overview):
        text = help_of(program, command)
        own = [option for option in options_of(text) if option[0] not in shared]
        summary, explanation = text.splitlines()[0], text[text.index("\nOptions:\n"):].split("\n\n", 1)[1].strip()
        page += f".SS {command}\n{escaped(summary)}\n" + listed(own)
        if explanation:
            page += f".PP\n{escaped(explanation)}\n"
    return page + TAIL


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--check", type=pathlib.Path)
    asked = parser.parse_args()
    page = manual(asked.program)
    if not asked.check:
        print(page, end="")
        return 0
    before = asked.check.read_text(encoding="utf-8")
    sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), page.splitlines(True), str(asked.check), "help"))
    return int(before != page)


if __name__ == "__main__":
    sys.exit(main())
