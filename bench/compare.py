"""Runs the program's benchmarks and the notebook's functions in turn, and prints one table of both; for scripts/bench.

Each round measures the program, the notebook as it is, and the notebook with glibc told to keep freed memory, so that
whatever else the machine does meets all three. A cell is the median over all rounds and repetitions; the spread is the
interquartile range, in per cent of it.
"""
import argparse
import collections
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parent.parent
DEMO = ROOT / "resources" / "demo"
SPLITS = ["training", "validation", "evaluation", "testing", "train", "val", "test"]
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".bmp"}
# glibc then neither maps large blocks anew nor gives freed ones back, which costs PyTorch more than the convolutions.
KEEP_MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(1 << 30), "MALLOC_TRIM_THRESHOLD_": str(1 << 40),
               "MALLOC_TOP_PAD_": str(1 << 28)}
# What takes long comes whole, as in the notebook, or in a fifth.
SLOW, FIFTH = "LIME/1000|filter image/100", "LIME/200|filter image/20"
REST = "sgemm|forward|saliency|activation|beside|slic|ridge|preprocessing|loading"
COLUMNS = ["Convscope", "notebook", "notebook, memory kept"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--model", type=pathlib.Path, default=DEMO / "checkpoint.pth", help="default: the demo's")
    parser.add_argument("--data", type=pathlib.Path, default=DEMO / "photos", help="a folder of photos; default: the demo's")
    parser.add_argument("--only", metavar="REGEX", help="benchmarks whose name matches")
    parser.add_argument("--short", action="store_true", help="a fifth of LIME's samples and of the filter image's steps")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5, help="for each benchmark and round, about")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--quick", action="store_true", help="one round, one second for each, the notebook only as it is")
    parser.add_argument("--no-notebook", action="store_true", help="the program alone")
    args = parser.parse_args()
    args.all = args.only is None
    if args.all:
        args.only = f"{REST}|{FIFTH if args.short or args.quick else SLOW}"
    return args


def four_photos(folder):
    """Spread evenly over the folder or its first split."""
    folder = next((folder / split for split in SPLITS if (folder / split).is_dir()), folder)
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PICTURES)
    if not files:
        sys.exit(f"No photos in {folder}.")
    return [files[i * len(files) // 4] for i in range(4)]


def jpegs(photo, folder):
    """The photo as JPEGs of 512 and 4000 pixels."""
    picture, made = Image.open(photo).convert("RGB"), []
    for size in [(512, 384), (4000, 3000)]:
        made.append(folder / f"{size[0]}.jpg")
        picture.resize(size, Image.BICUBIC).save(made[-1], quality=90)
    return made


def output_of(command, environment=None):
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True,
                          env={**os.environ, **(environment or {})}, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}.")
    return json.loads(done.stdout)


class Runs:
    """Seconds by column and benchmark, and what was said about versions."""

    def __init__(self, args, photos, small, large):
        self.args, self.photos, self.small, self.large = args, photos, small, large
        self.seconds = [collections.defaultdict(list) for _ in COLUMNS]
        self.versions = {}

    def program(self):
        out = output_of([self.args.build / "bench" / "core_bench", "--benchmark_format=json",
                         f"--benchmark_filter={self.args.only}", "--benchmark_repetitions=3",
                         f"--benchmark_min_time={self.args.seconds / 3}", f"model={self.args.model}",
                         *(f"photo={photo}" for photo in self.photos), f"small={self.small}", f"large={self.large}",
                         f"threads={self.args.threads}"])
        self.versions.update({name: out["context"][name] for name in ("convscope", "libtorch")})
        for run in out["benchmarks"]:
            if run["run_type"] == "iteration" and not run.get("error_occurred"):
                self.seconds[0][run["run_name"].removesuffix("/real_time")].append(run["real_time"] / 1e3)

    def notebook(self, column, environment):
        out = output_of(["/usr/bin/python3", ROOT / "bench" / "notebook.py", "--model", self.args.model, "--photos",
                         *self.photos, "--small", self.small, "--large", self.large, "--threads", self.args.threads,
                         "--only", self.args.only, "--seconds", self.args.seconds], environment)
        self.versions.update(out["versions"])
        for name, seconds in out["seconds"].items():
            self.seconds[column][name] += seconds


def peak_memory(args, photo):
    """MiB of the whole process for LIME and for a filter image."""
    peaks = {}
    with tempfile.TemporaryDirectory() as out:
        for command in ["lime", "visualize"]:
            line = [args.build / "app" / "convscope", command, "--model", args.model, "--out", out, photo]
            line += ["--samples", "200"] if command == "lime" else ["--layer", "15", "--filter", "0"]
            child = subprocess.Popen(list(map(str, line)), stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            if status != 0:
                sys.exit(f"convscope {command} ended with {os.waitstatus_to_exitcode(status)}.")
            peaks[command] = usage.ru_maxrss / 1024
    return peaks


def cell(seconds):
    if not seconds:
        return "–"
    median = statistics.median(seconds)
    text = f"{median:.2f} s" if median >= 10 else f"{median * 1e3:.3g} ms" if median < 1 else f"{median:.3g} s"
    if len(seconds) < 3:
        return text
    low, _, high = statistics.quantiles(seconds, n=4)
    return f"{text} ±{100 * (high - low) / 2 / median:.0f}%"


def ratio(ours, theirs):
    return f"{statistics.median(theirs) / statistics.median(ours):.2f}x" if ours and theirs else "–"


def print_table(runs):
    rows = [["", COLUMNS[0], COLUMNS[1], "ratio", COLUMNS[2], "ratio"]]
    for name in runs.seconds[0]:
        ours, plain, kept = (column.get(name, []) for column in runs.seconds)
        rows.append([name, cell(ours), cell(plain), ratio(ours, plain), cell(kept), ratio(ours, kept)])
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join([row[0].ljust(widths[0])] + [text.rjust(width) for text, width in zip(row[1:], widths[1:])]))


def print_rates(runs, model):
    """How close the network comes to a matrix product."""
    from compare_with_pytorch import load_model
    ours = runs.seconds[0]
    if not ours.get("sgemm/2048") or not ours.get("forward/10"):
        return
    operations = []

    def count(module, inputs, output):
        weight = module.weight
        operations.append(2 * weight.numel() * output.numel() / weight.shape[0])

    network = load_model(model)
    for module in network.modules():
        if type(module).__name__ in ("Conv2d", "Linear"):
            module.register_forward_hook(count)
    import torch
    network(torch.zeros(1, 3, 128, 128))
    limit = 2 * 2048 ** 3 / statistics.median(ours["sgemm/2048"]) / 1e9
    for name in ["forward/10", "forward/1"]:
        if ours.get(name):
            rate = sum(operations) * int(name.split("/")[1]) / statistics.median(ours[name]) / 1e9
            print(f"{name}: {rate:.0f} GFLOP/s, {100 * rate / limit:.0f} % of sgemm's {limit:.0f} GFLOP/s")


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def main():
    args = arguments()
    sys.path[:0] = [str(ROOT / "tests" / "reference"), str(ROOT / "scripts")]
    if args.quick:
        args.rounds, args.seconds = 1, 1
    photos = four_photos(args.data)
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(args, photos, *jpegs(photos[0], pathlib.Path(folder)))
        for number in range(args.rounds):
            print(f"Round {number + 1} of {args.rounds}", file=sys.stderr)
            runs.program()
            if not args.no_notebook:
                runs.notebook(1, {})
                if not args.quick:
                    runs.notebook(2, KEEP_MEMORY)
    print(f"{processor()}, {args.threads} threads; {platform.freedesktop_os_release()['PRETTY_NAME']}")
    print(", ".join(f"{name} {version}" for name, version in runs.versions.items()))
    print(f"Network: {args.model.name}. Medians and interquartile range; ratio: how many times as fast.\n")
    print_table(runs)
    print()
    print_rates(runs, args.model)
    if args.all:
        peaks = peak_memory(args, photos[0])
        print("Peak memory of the process: " + ", ".join(f"{name} {peak:.0f} MiB" for name, peak in peaks.items()))
    for name in ["LIME beside the network/1000"]:
        if runs.seconds[0].get(name) and runs.seconds[0].get("LIME/1000"):
            share = statistics.median(runs.seconds[0][name]) / statistics.median(runs.seconds[0]["LIME/1000"])
            print(f"LIME beside the network: {100 * share:.1f} % of the whole")


if __name__ == "__main__":
    main()
