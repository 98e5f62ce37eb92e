#!/usr/bin/python3
"""Fails where English words are put into an Error untranslated, so that a reader of another language meets them.

Usage: check_error_words.py ROOT          checks a source tree
       check_error_words.py --self-test   plants breaches in made-up sources and checks that each is found

What an error says in words is a Phrase (core/phrase.h); ui/present/phrases.cpp has the words. Free are the details of
damage and of the library below, which are for developers and stand in brackets or quotes.
"""
import pathlib
import re
import sys

FOR_DEVELOPERS = ("NetworkDamaged", "Internal")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
# A function of a file, named or not, that throws or makes an Error from what it is given.
HELPER = re.compile(r"(?:\bvoid|\bError|\bconst auto|\bauto)\s+(\w+)\s*(?:=\s*\[[^\]]*\]\s*)?\([^;{]*\)[^;{]*\{"
                    r"(?:\s*//[^\n]*\n)*\s*(?:throw|return) Error\(\s*ErrorKind::(\w+)")
WORDS = re.compile(r"[A-Za-z] [A-Za-z]|^ [A-Za-z]|[A-Za-z] $|^(?:empty|unknown|missing|nothing)$")


def without_comments(source):
    source = re.sub(r"//[^\n]*", "", source)
    return re.sub(r'\btr\(\s*(?:"(?:[^"\\]|\\.)*"\s*)+', "tr(", source) # is translated


def arguments(source, begin):
    """What stands in the brackets that open at `begin`."""
    depth = 0
    text = False
    for end in range(begin, len(source)):
        character = source[end]
        if character == '"' and source[end - 1] != "\\":
            text = not text
        if text:
            continue
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return source[begin + 1:end]
    return source[begin + 1:]


def offences(source):
    """(line, text) of each English text that reaches an Error."""
    source = without_comments(source)
    helpers = {name: kind for name, kind in HELPER.findall(source)}
    calls = [(match.end() - 1, None) for match in re.finditer(r"\bError\(", source)]
    for name, kind in helpers.items():
        calls += [(match.end() - 1, kind) for match in re.finditer(rf"\b{name}\(", source)]
    found = set()
    for begin, kind in calls:
        inside = arguments(source, begin)
        told = re.search(r"ErrorKind::(\w+)", inside)
        if (told.group(1) if told else kind) in FOR_DEVELOPERS:
            continue
        for text in STRING.findall(inside):
            if WORDS.search(text):
                found.add((source.count("\n", 0, begin) + 1, text))
    return sorted(found)


def self_test():
    breaches = [
        'throw Error(ErrorKind::InvalidOption, {}, {"size", given, "whole numbers from 1 to " + most});',
        'throw Error(\n ErrorKind::NotAClassifier, {},\n {"it has no forward"});',
        '[[noreturn]] void refuse(const char *name, const char *allowed)\n{\n'
        '    throw Error(ErrorKind::InvalidOption, {}, {name, allowed});\n}\n'
        'void f() { refuse("segments", "1 or more"); }',
        'const auto failed = [&file](const std::string &reason) {\n'
        '    return Error(ErrorKind::EngineMissing, file, {reason});\n};\nthrow failed("it is no engine");',
        'throw Error(ErrorKind::CannotRead, file, {"Not a regular file"});',
        'throw Error(ErrorKind::InvalidOption, {}, {"image", "empty"});',
    ]
    innocent = [
        'throw Error(ErrorKind::InvalidOption, {}, {"min-weight", text}, Phrase::AnyNumber);',
        'throw Error(ErrorKind::NetworkDamaged, {}, {"its tensors are far larger than the file"});',
        'throw Error(ErrorKind::InvalidOption, {}, {"objective"}, {Phrase::OneOf, {"loss", "logit"}});',
        'throw Error(ErrorKind::NotANetwork, {}, {"data.pkl"});',
        'log::info("loaded in 3 s"); // throw Error("a comment")',
        'throw Error(ErrorKind::InvalidOption, {}, {"dpi", Texts::tr("fewer for a figure of this "\n"size")});',
        'throw Error(ErrorKind::UnknownKey, {}, {key, "format, version, size"});',
    ]
    missed = [source for source in breaches if not offences(source)]
    wrong = [(source, offences(source)) for source in innocent if offences(source)]
    for source in missed:
        print(f"not found: {source}")
    for source, texts in wrong:
        print(f"found wrongly: {source}: {texts}")
    return 1 if missed or wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    root = pathlib.Path(sys.argv[1])
    count = 0
    paths = [path for layer in ("core", "ui", "app") for path in sorted((root / layer).rglob("*"))]
    for path in paths:
        if path.suffix not in {".h", ".cpp"}:
            continue
        for line, text in offences(path.read_text()):
            count += 1
            print(f'{path.relative_to(root)}:{line}: "{text}" reaches an Error; make it a Phrase')
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
