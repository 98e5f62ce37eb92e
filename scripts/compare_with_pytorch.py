#!/usr/bin/python3
"""Compares the program's answers with PyTorch, Pillow, scikit-image and scikit-learn on photos and a checkpoint.

Runs the command line on some photos of a Food-11 folder, computes the same views in Python (tests/reference/views.py),
and prints one table. Exit code 1 when a limit is broken. Needs Debian's python3-torch, python3-pil, python3-numpy,
python3-skimage and python3-sklearn. A full-size network takes some minutes.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests" / "reference"))

# glibc gives large blocks back to the system, which costs PyTorch several times the convolutions themselves.
KEEP_MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(1 << 40), "MALLOC_ARENA_MAX": "1"}
SPLITS = ["training", "validation", "evaluation", "testing", "train", "val", "test"]
CONFIDENT = 0.99999


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--model", required=True, type=pathlib.Path)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--split")
    parser.add_argument("--count", type=int, default=10, help="photos, spread evenly over the folder")
    parser.add_argument("--layer", type=int, default=15)
    parser.add_argument("--filter", type=int, default=0)
    parser.add_argument("--filter-photos", type=int, default=2, help="photos for the filter image: a minute each")
    parser.add_argument("--lime-photos", type=int, default=2, help="photos for LIME: some minutes each")
    parser.add_argument("--lime-samples", type=int, default=1000)
    return parser.parse_args()


def load_model(file):
    """The notebook's Classifier, its widths read off the tensors."""
    import torch
    from narrow import Classifier
    content = torch.load(file, map_location="cpu")
    state = content.get("model_state_dict", content.get("state_dict", content))
    state = {name.removeprefix("module."): tensor.float() if tensor.is_floating_point() else tensor
             for name, tensor in state.items()}
    widths, previous = [], None
    for index, tensor in sorted((int(name.split(".")[1]), tensor) for name, tensor in state.items()
                                if re.fullmatch(r"cnn\.\d+\.weight", name) and tensor.dim() == 4):
        if previous is not None and index == previous + 3:  # conv, batch norm, ReLU: the stack goes on
            widths[-1] = (*widths[-1][:2], widths[-1][2] + 1)
        else:
            widths.append((tensor.shape[1], tensor.shape[0], 1))
        previous = index
    model = Classifier(widths, hidden=state["fc.0.weight"].shape[0], classes=state["fc.3.weight"].shape[0])
    model.load_state_dict(state)
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    return model.eval()


class Program:
    """The command line, on chosen photos of a folder."""

    def __init__(self, args, split, folder):
        self.args, self.split, self.folder = args, split, folder

    def run(self, command, indices, *options, out=True):
        line = [str(self.args.program), command, "--model", str(self.args.model), "--data", str(self.args.data)]
        line += ["--split", self.split] if self.split else []
        line += ["--index", ",".join(map(str, indices)), *map(str, options)]
        target = self.folder / f"{command}-{len(list(self.folder.iterdir()))}"
        start = time.perf_counter()
        done = subprocess.run(line + (["--out", str(target)] if out else ["--json"]), capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(line)}\nended with {done.returncode}: {done.stderr.strip()}")
        print(f"{command}: {time.perf_counter() - start:.1f} s for {len(indices)} photos", file=sys.stderr)
        return target if out else json.loads(done.stdout)


class Table:
    """What was measured, against its limits. A broken limit stays in `broken`."""

    def __init__(self):
        self.rows, self.broken = [], False

    def add(self, what, value, limit, ok):
        self.rows.append((what, value if isinstance(value, str) else f"{value:.3g}", limit, "ok" if ok else "BROKEN"))
        self.broken |= not ok

    def at_most(self, what, values, limit):
        self.add(what, max(values, default=0), f"<= {limit:g}", max(values, default=0) <= limit)

    def at_least(self, what, values, limit):
        self.add(what, f"{min(values):.6f}", f">= {limit:g}", min(values) >= limit)

    def show(self):
        rows = [("what (worst photo)", "measured", "limit", ""), *self.rows]
        widths = [max(len(row[i]) for row in rows) for i in range(4)]
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def compare_inputs(table, folder, photos):
    import numpy as np
    same = sum(np.array_equal(np.load(folder / f"{stem}.input.npy"), photo) for stem, photo, _ in photos)
    table.add("preprocessing: photos equal in every byte", f"{same} of {len(photos)}", "all", same == len(photos))


def compare_logits(table, program, model, indices, photos):
    import torch
    import views
    answers = program.run("predict", indices, out=False)
    differences, same = [], 0
    for answer, (_, photo, _) in zip(answers, photos):
        with torch.no_grad():
            logits = model(views.tensor_of(model, photo))[0]
        differences += [abs(entry["logit"] - float(logits[entry["class"]])) for entry in answer["top"]]
        same += answer["top"][0]["class"] == int(logits.argmax())
    table.at_most("logits: largest difference", differences, 1e-4)
    table.add("predicted class: equal", f"{same} of {len(photos)}", "all", same == len(photos))


def compare_saliency(table, program, model, indices, photos):
    import numpy as np
    import views
    folder = program.run("saliency", indices)
    compare_inputs(table, folder, photos)
    within, mean, sure = [], [], 0
    for stem, photo, label in photos:
        x = views.tensor_of(model, photo)
        if model(x).softmax(1)[0, label] > CONFIDENT:
            sure += 1  # cross-entropy in float32 is mostly rounding there; the program says so in a note
            continue
        difference = np.abs(np.load(folder / f"{stem}.saliency-{label}.npy") - views.saliency(model, x, label))
        within.append((difference <= 1e-3).mean())
        mean.append(difference.mean())
    left_out = f" ({sure} very sure photos left out)" if sure else ""
    table.at_least(f"saliency: share of values within 1e-3{left_out}", within, 0.999)
    table.at_most("saliency: mean difference", mean, 1e-4)


def compare_activation(table, program, model, indices, photos, layer, chosen):
    import numpy as np
    import torch
    import views
    folder = program.run("activation", indices, "--layer", layer, "--filter", chosen)
    differences = []
    for stem, photo, _ in photos:
        with torch.no_grad():
            expected = views.activations(model, views.tensor_of(model, photo), layer)[0, chosen].numpy()
        found = np.load(folder / f"{stem}.activation-{layer}-{chosen}.npy")
        differences.append(np.abs(found - expected).max() / max(np.abs(expected).max(), 1e-30))
    table.at_most("activation: difference, of the largest value", differences, 1e-4)


def compare_filter_image(table, program, model, indices, photos, layer, chosen):
    import numpy as np
    import torch
    import views
    options = ("--layer", layer, "--filter", chosen)
    first, last = program.run("visualize", indices, *options, "--iterations", 1), program.run("visualize", indices, *options)
    directions, objectives, correlations = [], [], []
    for stem, photo, _ in photos:
        x = views.tensor_of(model, photo)
        expected, _, gradient = views.filter_image(model, x, layer, chosen)
        name = f"{stem}.filter-{layer}-{chosen}.npy"
        # Adam's first step is the learning rate times the gradient's sign: a step that differs betrays a gradient
        # that differs by more than its own size.
        step, _, _ = views.filter_image(model, x, layer, chosen, iterations=1)
        off = np.abs(np.load(first / name) - step) > 1e-4
        directions.append(float(np.abs(gradient[off]).max(initial=0) / max(np.abs(gradient).max(), 1e-30)))
        found = np.load(last / name)
        with torch.no_grad():
            ours, theirs = (float(views.activations(model, torch.from_numpy(image)[None], layer)[0, chosen].sum())
                            for image in (found, expected))
        objectives.append(abs(ours - theirs) / max(abs(theirs), 1e-30))
        correlations.append(float(np.corrcoef(found.ravel(), expected.ravel())[0, 1]))
    table.at_most("filter image: first gradient where its direction differs, of the largest", directions, 1e-4)
    table.at_most("filter image: objective after 100 steps, relative difference", objectives, 0.02)
    table.add("filter image: correlation after 100 steps", f"{min(correlations):.4f}", "(for information)", True)


def compare_superpixels(table, program, indices, photos):
    import numpy as np
    import views
    folder = program.run("lime", indices, "--samples", 2)
    same = sum(np.array_equal(np.load(folder / f"{stem}.segments.npy"), views.segment(photo)) for stem, photo, _ in photos)
    table.add("superpixels: photos equal in every pixel", f"{same} of {len(photos)}", ">= 99 %", same >= 0.99 * len(photos))


def mask_differs(found, segments, slope, unit, features=11, min_weight=0.05):
    """Superpixels whose mark differs although their weight lies further than `unit` from both thresholds."""
    import numpy as np
    ranked = sorted(np.abs(slope), reverse=True)
    thresholds = [min_weight] + ranked[features - 1:features + 1]
    chosen = sorted(range(len(slope)), key=lambda j: abs(slope[j]), reverse=True)[:features]
    wrong = 0
    for s, weight in enumerate(slope):
        expected = int(np.sign(weight)) if s in chosen and abs(weight) >= min_weight else 0
        clear = all(abs(abs(weight) - threshold) > unit for threshold in thresholds)
        wrong += clear and not (found[segments == s] == expected).all()
    return wrong


def compare_lime(table, program, model, indices, photos, samples):
    import numpy as np
    import views
    folder = program.run("lime", indices, "--samples", samples)
    differences, wrong, r2 = [], 0, []
    for stem, photo, label in photos:
        expected = views.lime(model, photo, np.random.RandomState(16), samples)
        found = {entry["label"]: entry for entry in json.loads((folder / f"{stem}.lime.json").read_text())["classes"]}
        for entry in expected["classes"]:
            slope, ours = np.array(entry["slope"]), dict(map(tuple, found[entry["label"]]["weights"]))
            unit = np.abs(slope).max()
            differences.append(max(abs(ours[s] - slope[s]) for s in range(len(slope))) / unit)
            r2.append(abs(found[entry["label"]]["r2"] - entry["r2"]))
            if entry["label"] == label:
                wrong += mask_differs(np.load(folder / f"{stem}.mask-{label}.npy"), expected["segments"], slope, 1e-3 * unit)
    table.at_most("LIME: weights of all classes, difference of the largest", differences, 1e-3)
    table.at_most("LIME: R2 of all classes, largest difference", r2, 1e-3)
    table.add("LIME: superpixels marked otherwise, ties apart", str(wrong), "0", wrong == 0)


def main():
    args = arguments()
    if any(os.environ.get(name) != value for name, value in KEEP_MEMORY.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **KEEP_MEMORY})
    import views
    split = args.split or next((s for s in SPLITS if (args.data / s).is_dir()), None)
    folder = args.data / split if split else args.data
    files = sorted((p for p in folder.iterdir() if p.is_file()), key=lambda p: os.fsencode(p.name))
    count = min(args.count, len(files))
    indices = [i * len(files) // count for i in range(count)]
    photos = [(files[i].stem, views.read_photo(files[i]), int(files[i].name.split("_")[0])) for i in indices]
    model, table = load_model(args.model), Table()
    with tempfile.TemporaryDirectory() as temporary:
        program = Program(args, split, pathlib.Path(temporary))
        compare_saliency(table, program, model, indices, photos)
        compare_logits(table, program, model, indices, photos)
        compare_activation(table, program, model, indices, photos, args.layer, args.filter)
        if few := args.filter_photos:
            compare_filter_image(table, program, model, indices[:few], photos[:few], args.layer, args.filter)
        compare_superpixels(table, program, indices, photos)
        if few := args.lime_photos:
            compare_lime(table, program, model, indices[:few], photos[:few], args.lime_samples)
    table.show()
    sys.exit(1 if table.broken else 0)


if __name__ == "__main__":
    main()
