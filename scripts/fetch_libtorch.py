#!/usr/bin/python3
"""Fetches the wheels of a list of requirements, and unpacks of them what a program in C++ needs.

Usage: fetch_libtorch.py REQUIREMENTS FOLDER
       fetch_libtorch.py --self-test

In FOLDER lie then torch/ (include, lib) and nvidia/ (CUDA's libraries), as in Python's site-packages. Work goes on in
FOLDER.part, which becomes FOLDER when all is there: what was interrupted goes on with the wheels that are whole, and never
counts as done. A FOLDER that was made from the same list is left as it is, at once. Nothing of the system's Python is
touched: pip runs in an environment of its own inside FOLDER.part/work, without a cache.
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
import tempfile
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


def size_of(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def check_machine(folder, needed):
    """Leaves where this is another kind of machine, or has not so many GB on its disk, those counted that are there."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        give_up(f"LibTorch with CUDA is fetched for Linux on x86-64 only, and this is {platform.system()} on "
                f"{platform.machine()}.")
    free = shutil.disk_usage(folder.parent).free / 1e9
    if free + size_of(folder) / 1e9 < needed:
        give_up(f"{needed} GB of free disk space are needed for LibTorch with CUDA, and {folder.parent} has {free:.1f} GB.")


class Pip:
    """A pip in an environment of its own, made when it is first needed: of one that was interrupted anything may be missing."""

    def __init__(self, work):
        self.work = work
        self.program = None

    def make(self):
        check_machine(self.work.parent, NEEDED_GB)
        say(f"Fetching LibTorch with CUDA: {DOWNLOAD_GB} GB to download, {NEEDED_GB} GB of disk space while it is unpacked.")
        environment = self.work / "venv"
        run = subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], capture_output=True, text=True)
        if run.returncode != 0:
            give_up("Python's venv is missing: install python3-venv (or what your system calls it), and start again.")
        self.program = environment / "bin" / "pip"

    def fetch(self, wheel, which):
        """The file of a wheel, whose hash pip has checked. One that another run left half written has another hash, and
        is fetched again."""
        if not self.program:
            self.make()
        say(f"{which}: {wheel.split()[0]}")
        wheels, listed, log = self.work / "wheels", self.work / "wheel.txt", self.work / "pip.log"
        listed.write_text(wheel + "\n")
        command = [str(self.program), "download", "--no-deps", "--require-hashes", "--only-binary", ":all:",
                   "--no-cache-dir", "--disable-pip-version-check", "--no-input", "--retries", "2",
                   "--python-version", PYTHON, "--implementation", "cp",
                   "--abi", "cp" + PYTHON.replace(".", ""), "--abi", "none", "--abi", "abi3"]
        for each in PLATFORMS:
            command += ["--platform", each]
        with open(log, "w") as errors:
            run = subprocess.run(command + ["-d", str(wheels), "-r", str(listed)], stdout=sys.stderr, stderr=errors)
        if run.returncode != 0:
            give_up(f"{wheel.split()[0]} could not be fetched: {self.reason(log.read_text())} What is fetched so far is kept.")
        name, version = wheel.split()[0].split("==")
        stem = re.sub(r"[-_.]+", "_", name) + "-" + version + "-"
        return next(file for file in wheels.glob("*.whl") if file.name.startswith(stem))

    @staticmethod
    def reason(log):
        if "DO NOT MATCH THE HASHES" in log:
            return "What PyPI gives has not the SHA-256 that the list says: it is not used."
        if re.search("NewConnectionError|Temporary failure|Max retries|timed out", log):
            return "PyPI cannot be reached. Is there a connection to the internet?"
        lines = [line for line in log.splitlines() if line.startswith("ERROR")] or ["ERROR: pip failed"]
        return lines[0].removeprefix("ERROR: ").rstrip(". ") + "."


def unpack(file, part):
    with zipfile.ZipFile(file) as wheel:
        wheel.extractall(part, [name for name in wheel.namelist() if WANTED.fullmatch(name)])


def bring(requirements, folder, fetcher=Pip):
    """Makes the folder from the list, unless it is there."""
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
    work = part / "work"
    started_from = work / "started-from"
    if part.exists() and not (started_from.is_file() and started_from.read_text() == stamp):
        shutil.rmtree(part) # of another list: its wheels do not go together with these
    (work / "wheels").mkdir(parents=True, exist_ok=True)
    started_from.write_text(stamp)
    fetch = fetcher(work).fetch
    for number, wheel in enumerate(wheels, 1):
        done = work / f"{wheel.split()[0]}.done"
        if done.exists():
            continue
        file = fetch(wheel, f"{number} of {len(wheels)}")
        unpack(file, part)
        os.sync()
        done.touch()
        file.unlink()
    (part / "made-from").write_text(stamp)
    if folder.exists():
        shutil.rmtree(folder)
    part.rename(folder)
    shutil.rmtree(folder / "work")
    say(f"LibTorch with CUDA is in {folder}: {size_of(folder) / 1e9:.1f} GB.")


def self_test():
    """With wheels of a few bytes, and without a network."""
    problems, fetched = [], []

    class Made:
        fails = None

        def __init__(self, work):
            self.work = work

        def fetch(self, wheel, which):
            name, version = wheel.split()[0].split("==")
            fetched.append(name)
            if name == self.fails:
                raise KeyboardInterrupt
            file = self.work / "wheels" / f"{name}-{version}.whl"
            with zipfile.ZipFile(file, "w") as archive:
                for member in members[name]:
                    archive.writestr(member, version)
            return file

    def check(what, right):
        if not right:
            problems.append(f"fetch_libtorch: {what}")

    members = {"torch": ["torch/lib/libc10.so", "torch/lib/libtorch_python.so", "torch/nn/functional.py",
                         "torch/include/ATen/ATen.h", "torch/include/google/protobuf/message.h", "torch/version.py",
                         "torch-1.dist-info/LICENSE"],
               "nvidia-x": ["nvidia/cu13/lib/libx.so.13", "nvidia/cu13/include/x.h", "nvidia/cu13/lib/libx.a"]}
    with tempfile.TemporaryDirectory() as place:
        folder, listed = pathlib.Path(place, "here", "libtorch"), pathlib.Path(place, "list.txt")
        listed.write_text("# a comment\n\ntorch==1 --hash=sha256:aa\nnvidia-x==1 --hash=sha256:bb\n")
        Made.fails = "nvidia-x"
        try:
            bring(listed, folder, Made)
        except KeyboardInterrupt:
            pass
        check("what is interrupted is not there", not folder.exists())
        Made.fails = None
        bring(listed, folder, Made)
        check("what is whole is not fetched again", fetched == ["torch", "nvidia-x", "nvidia-x"])
        found = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
        check(f"only what is needed is unpacked: {sorted(found)}",
              found == {"made-from", "torch/lib/libc10.so", "torch/include/ATen/ATen.h", "torch/version.py",
                        "torch-1.dist-info/LICENSE", "nvidia/cu13/lib/libx.so.13"})
        bring(listed, folder, Made)
        check("a second run fetches nothing", len(fetched) == 3)
        listed.write_text(listed.read_text().replace("torch==1", "torch==2"))
        bring(listed, folder, Made)
        check("another list is fetched whole", fetched[3:] == ["torch", "nvidia-x"])
        check("and takes the place of the first", (folder / "torch/version.py").read_text() == "2")
        check("nothing is left beside it", not pathlib.Path(f"{folder}.part").exists())
    return problems


def main():
    if sys.argv[1] == "--self-test":
        problems = self_test()
        print("\n".join(problems) or "fetch_libtorch: works")
        sys.exit(bool(problems))
    bring(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute())


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. The next run goes on with what is there.")
    except OSError as error:
        give_up(f"LibTorch could not be unpacked: {error}.")
