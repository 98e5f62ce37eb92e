#!/usr/bin/python3
"""Fetches the wheels of a list of requirements, and unpacks of them what a program in C++ needs.

Usage: fetch_libtorch.py REQUIREMENTS FOLDER

In FOLDER lie then torch/ (include, lib) and nvidia/ (CUDA's libraries), as in Python's site-packages. Work goes on in
FOLDER.part, which becomes FOLDER when all is there: what was interrupted goes on with the wheels that are whole, and never
counts as done. A FOLDER that was made from the same list is left as it is, at once. Nothing of the system's Python is
touched: pip runs in an environment of its own inside FOLDER.part, without a cache.
"""
import fcntl
import hashlib
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import zipfile

# What the wheels ask for: a glibc no older than Debian 12's. pip wants each name that a wheel may have.
PLATFORMS = [f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 25, 24, 18, 17, 12, 5)]
PLATFORMS += [f"manylinux{year}_x86_64" for year in ("2014", "2010", "1")]
PYTHON = "3.11" # whose wheel of PyTorch the list has the hash of; its libraries are the same for each

# torch/include has other libraries' headers, too, which third_party/libtorch.cmake leaves out.
WANTED = re.compile(r"torch/include/(ATen|c10|caffe2|torch)/.*|torch/lib/lib(?!torch_python)[^/]*\.so[^/]*"
                    r"|torch/version\.py|nvidia/.*/lib/[^/]*\.so[^/]*|[^/]*\.dist-info/.*(LICEN[CS]E|License|NOTICE).*")
DOWNLOAD_GB = 2.5
NEEDED_GB = 4.5 # what is there in the end, and the wheel that is being unpacked
OTHERWISE = "With a LibTorch or a PyTorch that is there: scripts/run --cuda-from FOLDER."


def say(text):
    print(text, file=sys.stderr, flush=True)


def give_up(text):
    sys.exit(f"{text} {OTHERWISE}")


def wheels_of(requirements):
    lines = [line.strip() for line in requirements.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def check_machine(folder):
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        give_up(f"LibTorch with CUDA is fetched for Linux on x86-64 only, and this is {platform.system()} on "
                f"{platform.machine()}.")
    free = shutil.disk_usage(folder.parent).free / 1e9
    there = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e9
    if free + there < NEEDED_GB:
        give_up(f"{NEEDED_GB} GB of free disk space are needed for LibTorch with CUDA, and {folder.parent} has {free:.1f} GB.")


def make_pip(part):
    """An environment with pip, new each time: one that was interrupted may lack anything."""
    environment = part / "venv"
    run = subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], capture_output=True, text=True)
    if run.returncode != 0:
        give_up("Python's venv is missing: install python3-venv (or what your system calls it), and start again.")
    return environment / "bin" / "pip"


def fetch(pip, wheel, part):
    """The file of a wheel, whose hash pip has checked."""
    name = wheel.split()[0]
    wheels = part / "wheels"
    listed = part / "wheel.txt"
    listed.write_text(wheel + "\n")
    # What another run left half written has another hash, and is fetched again.
    command = [str(pip), "download", "--no-deps", "--require-hashes", "--only-binary", ":all:", "--no-cache-dir",
               "--disable-pip-version-check", "--no-input", "--retries", "2", "--python-version", PYTHON,
               "--implementation", "cp", "--abi", "cp" + PYTHON.replace(".", ""), "--abi", "none", "--abi", "abi3"]
    for each in PLATFORMS:
        command += ["--platform", each]
    log = part / "pip.log"
    with open(log, "w") as errors:
        run = subprocess.run(command + ["-d", str(wheels), "-r", str(listed)], stdout=sys.stderr, stderr=errors)
    if run.returncode != 0:
        lines = [line for line in log.read_text().splitlines() if line.startswith("ERROR")] or ["ERROR: pip failed"]
        reason = lines[0].removeprefix("ERROR: ").rstrip(". ")
        if "DO NOT MATCH THE HASHES" in reason:
            reason = "What PyPI gives has not the SHA-256 that the list says: it is not used."
        elif re.search("NewConnectionError|Temporary failure|Max retries|timed out", log.read_text()):
            reason = "PyPI cannot be reached. Is there a connection to the internet?"
        else:
            reason += "."
        give_up(f"{name} could not be fetched: {reason} What is fetched so far is kept.")
    stem = re.sub(r"[-_.]+", "_", name.split("==")[0]) + "-" + name.split("==")[1] + "-"
    return next(file for file in wheels.glob("*.whl") if file.name.startswith(stem))


def unpack(file, part):
    with zipfile.ZipFile(file) as wheel:
        wheel.extractall(part, [name for name in wheel.namelist() if WANTED.fullmatch(name)])


def main():
    requirements, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute()
    wheels = wheels_of(requirements)
    stamp = hashlib.sha256("\n".join(wheels).encode()).hexdigest()
    made_from = folder / "made-from"
    if made_from.is_file() and made_from.read_text() == stamp:
        return

    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = open(f"{folder}.lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.exit("LibTorch is being fetched by another run of this script.")
    part = pathlib.Path(f"{folder}.part")
    started_from = part / "started-from"
    if part.exists() and not (started_from.is_file() and started_from.read_text() == stamp):
        shutil.rmtree(part) # of another list: its wheels do not go together with these
    (part / "wheels").mkdir(parents=True, exist_ok=True)
    started_from.write_text(stamp)
    check_machine(part)
    say(f"Fetching LibTorch with CUDA: {DOWNLOAD_GB} GB to download, {NEEDED_GB} GB of disk space while it is unpacked.")
    pip = make_pip(part)
    for number, wheel in enumerate(wheels, 1):
        done = part / f"{wheel.split()[0]}.{wheel[-16:]}.done"
        if done.exists():
            continue
        say(f"{number} of {len(wheels)}: {wheel.split()[0]}")
        file = fetch(pip, wheel, part)
        unpack(file, part)
        os.sync()
        done.touch()
        file.unlink()
    for file in part.glob("*.done"):
        file.unlink()
    for left in ("venv", "wheels"):
        shutil.rmtree(part / left)
    for left in ("wheel.txt", "pip.log", "started-from"):
        (part / left).unlink(missing_ok=True)
    (part / "made-from").write_text(stamp)
    if folder.exists():
        shutil.rmtree(folder)
    part.rename(folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    say(f"LibTorch with CUDA is in {folder}: {size / 1e9:.1f} GB.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. The next run goes on with what is there.")
    except OSError as error:
        give_up(f"LibTorch could not be unpacked: {error}.")
