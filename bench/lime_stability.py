#!/usr/bin/python3
"""What "stop when stable" saves: LIME of some photos to the end and stopped when stable, side by side.

    bench/lime_stability.py --program build/release/app/convscope --model M --data DIR [--split S] --index 0,15,30

For each photo: the samples after which it stopped; whether the mask is the full run's; the part of the superpixels
marked by either run that both mark with the same sign; and the time, each run alone. Arguments after -- go to both
runs. Needs Debian's python3-numpy.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import tempfile
import time

import numpy as np


def explain(options, index, folder, *more):
    """Runs LIME of one photo; its result as (seconds, lime.json, mask)."""
    split = ["--split", options.split] if options.split else []
    start = time.monotonic()
    subprocess.run([options.program, "lime", "--model", options.model, "--data", options.data, *split, "--index",
                    str(index), "--out", folder, *more, *options.more], check=True, capture_output=True)
    seconds = time.monotonic() - start
    found = pathlib.Path(folder)
    answer = json.loads(next(found.glob("*.lime.json")).read_text())
    return seconds, answer, np.load(next(found.glob("*.mask-*.npy"))), np.load(next(found.glob("*.segments.npy")))


def marks(mask, segments):
    """The marked superpixels with their signs."""
    return {(int(s), int(m)) for s, m in zip(segments.ravel(), mask.ravel()) if m}


def compare(options, index):
    with tempfile.TemporaryDirectory() as full, tempfile.TemporaryDirectory() as stopped:
        seconds, whole, mask, segments = explain(options, index, full)
        seconds_stopped, part, mask_stopped, _ = explain(options, index, stopped, "--stop-when-stable")
    all_marks, part_marks = marks(mask, segments), marks(mask_stopped, segments)
    overlap = len(all_marks & part_marks) / max(1, len(all_marks | part_marks))
    row = {"samples": part["samples"], "of": whole["samples"], "equal": bool((mask == mask_stopped).all()),
           "overlap": overlap, "seconds": seconds, "seconds_stopped": seconds_stopped}
    print(f"{index:>6} {row['samples']:>8} {'yes' if row['equal'] else 'no':>6} {overlap:>8.2f} {seconds:>8.1f}"
          f" {seconds_stopped:>8.1f}", flush=True)
    return row


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default="build/release/app/convscope")
    parser.add_argument("--model", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--split")
    parser.add_argument("--index", required=True, help="photos, e.g. 0,15,30")
    parser.add_argument("more", nargs="*")
    options = parser.parse_args()
    print(f"{'photo':>6} {'samples':>8} {'equal':>6} {'overlap':>8} {'full s':>8} {'stop s':>8}")
    rows = [compare(options, index) for index in options.index.split(",")]
    saved = 1 - sum(row["samples"] for row in rows) / sum(row["of"] for row in rows)
    print(f"{len(rows)} photos: {saved:.0%} of the samples saved; the same mask {sum(row['equal'] for row in rows)}"
          f" times; overlap {statistics.mean(row['overlap'] for row in rows):.2f} on average,"
          f" {min(row['overlap'] for row in rows):.2f} at least")


if __name__ == "__main__":
    main()
