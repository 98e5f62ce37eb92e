#!/usr/bin/python3
"""Copies the exported programs of the tests, and the JSON inside each, to a folder that exported_fuzzer starts from."""
import pathlib
import sys
import zipfile

FILES = pathlib.Path(__file__).resolve().parent.parent / "data" / "exported"
PROGRAMS = ("models/model.json", "serialized_exported_program.json")

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for file in sorted(FILES.glob("*.pt2")):
    (folder / file.name).write_bytes(file.read_bytes())
    with zipfile.ZipFile(file) as archive:
        for entry in archive.namelist():
            if entry.endswith(PROGRAMS):
                (folder / (file.stem + ".json")).write_bytes(archive.read(entry))
