#!/usr/bin/python3
"""Fails where the window or the command line says English words that are not translated.

Usage: check_texts.py ROOT          checks a source tree
       check_texts.py --self-test   plants breaches in made-up sources and checks that each is found

A text that users see stands in tr(), translate() or QT_TRANSLATE_NOOP(). Free are logs, markup, lines of code that users
are to write, names of fonts, and what is only for developers (Error of kind Internal).

Also where a code such as \\u00a0 stands before a letter that may be one of its digits: the compiler takes four, Qt's lupdate
more, and the text is never found.
"""
import pathlib
import re
import sys

TRANSLATED = re.compile(r"(?:\btr|\btranslate|QT_TRANSLATE_NOOP|QT_TR_NOOP)\s*\($")
NOT_SHOWN = re.compile(r"(?:\blog::\w+|\bqWarning|\bqCritical|\bqFatal|\bstatic_assert|\bendsWith|\bstartsWith|\bQFont|\bmayBlock)\s*\($"
                       r"|ErrorKind::Internal[^;]*$|QStringList\{$|\bQFont font\($")
MARKUP = re.compile(r"<[^<>]*>")
CODE = re.compile(r"\bimport |\btorch\.|save_file|\btar xf|\bunrar |\bpython -m |\bpaddle2onnx |^ ?--?[a-z]")
LONG_CODE = re.compile(r"\\u[0-9A-Fa-f]{5}")
WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]+")


def without_comments(source):
    """The same length, so that lines stay."""
    blank = lambda match: re.sub(r"[^\n]", " ", match[0])
    return re.sub(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/',
                  lambda match: match[0] if match[0].startswith('"') else blank(match), source, flags=re.S)


def literals(source):
    """(place, text, what opens the brackets around it, the innermost last) of each string literal."""
    opened = []
    at = 0
    while at < len(source):
        character = source[at]
        if character == '"':
            end = at + 1
            while source[end] != '"':
                end += 2 if source[end] == "\\" else 1
            yield at, source[at + 1:end], list(opened)
            at = end
        elif character == "'" and re.match(r"'(?:[^'\\]|\\.[^']*)'", source[at:at + 8]):
            at += re.match(r"'(?:[^'\\]|\\.[^']*)'", source[at:at + 8]).end() - 1
        elif character in "({":
            opened.append(source[max(0, at - 60):at + 1])
        elif character in ")}" and opened:
            opened.pop()
        at += 1


def offences(source):
    """(line, text) of each text in English words."""
    source = without_comments(source)
    found = []
    for place, text, opened in literals(source):
        shown = MARKUP.sub(" ", text)
        around = opened[-3:]
        if LONG_CODE.search(text):
            found.append((source.count("\n", 0, place) + 1, text))
            continue
        if not WORDS.search(shown) or CODE.search(shown) or any(TRANSLATED.search(each) for each in opened[-2:]):
            continue
        if any(NOT_SHOWN.search(each) for each in around) or "ErrorKind::Internal" in source[max(0, place - 200):place]:
            continue
        found.append((source.count("\n", 0, place) + 1, text))
    return found


def check(root):
    bad = []
    for folder in ("ui", "app"):
        for file in sorted(pathlib.Path(root, folder).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                bad += [(file, line, text) for line, text in offences(file.read_text())]
    for file, line, text in bad:
        print(f'{file}:{line}: "{text}" is not translated: put it into tr(), and no digit or a to f behind a \\u code')
    return bool(bad)


def self_test():
    breaches = ['label->setText("Open a file");', 'refuse("it is cut off");', 'x = QStringLiteral("two words");',
                'say(tr("fine"), "not fine");', "f('\"', \"two words\");",
                r'tr("%1\u00a0filters")']
    fine = ['label->setText(tr("Open a file"));', '// "Open a file"', 'log::info("opened a file");',
            'text = QStringLiteral("<b style=\'x\'>%1</b>");', 'return QStringLiteral("import torch; torch.save(a b)");',
            'tr("Open a " "file that is").arg(x);', "c = '\"'; d = tr(\"two words\");",
            'Error(ErrorKind::Internal, {}, {"unknown exception"});']
    wrong = [source for source in breaches if not offences(source)]
    wrong += [source for source in fine if offences(source)]
    for source in wrong:
        print(f"not as expected: {source}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(self_test() if sys.argv[1:] == ["--self-test"] else check(sys.argv[1] if len(sys.argv) > 1 else "."))
