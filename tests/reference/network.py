#!/usr/bin/python3
"""Values that the network's tests expect, from PyTorch on tests/data in float64: values/network.json."""
import json

import numpy
import torch
from PIL import Image

from narrow import DATA, VALUES, load_narrow


def photos(split):
    """In the notebook's order: sorted by name."""
    return sorted((DATA / "food" / split).glob("*.jpg"), key=lambda path: path.name)


def load(path):
    """Resize and ToTensor in float32, widened to float64."""
    pixels = numpy.asarray(Image.open(path).convert("RGB").resize((128, 128), Image.BILINEAR))
    return (torch.tensor(pixels).permute(2, 0, 1).float() / 255).double()[None]


def sampled(tensor):
    """All values of a small tensor, every 31st of a large one: 31 walks over all rows and columns."""
    return tensor.reshape(-1)[::1 if tensor.numel() <= 256 else 31].tolist()


def main():
    model = load_narrow()
    result = {"logits": {}, "layers": [], "gradients": {}}
    with torch.no_grad():
        for split in ["training", "validation"]:
            for path in photos(split):
                result["logits"][f"{split}/{path.name}"] = model(load(path))[0].tolist()

    photo = DATA / "food" / "validation" / "3_1.jpg"
    outputs = {}
    for number, module in enumerate(model.cnn):
        module.register_forward_hook(lambda _, __, out, number=number: outputs.__setitem__(number, out.clone()))
    x = load(photo).requires_grad_()
    logits = model(x)
    for number, module in enumerate(model.cnn):
        channels = outputs[number].shape[1]
        maps = outputs[number][0]
        filter_ = (3 * number + 1) % channels
        result["layers"].append({
            "kind": type(module).__name__, "channels": channels, "height": maps.shape[1], "width": maps.shape[2],
            "filter": filter_, "sum": maps[filter_].sum().item(), "largest": maps[filter_].abs().max().item(),
            "sampled": sampled(maps[filter_])})
    for name, objective in [("logit 3", logits[0, 3]), ("layer 14 filter 2", outputs[14][0, 2].sum()),
                            ("layer 16 filter 2", outputs[16][0, 2].sum())]:
        gradient, = torch.autograd.grad(objective, x, retain_graph=True)
        result["gradients"][name] = {"largest": gradient.abs().max().item(), "sum": gradient.sum().item(),
                                     "sampled": sampled(gradient[0])}

    for split in ["training", "validation"]:
        confusion = [[0] * 11 for _ in range(11)]
        for path in photos(split):
            answer = result["logits"][f"{split}/{path.name}"]
            confusion[int(path.name.split("_")[0])][answer.index(max(answer))] += 1
        result[f"confusion {split}"] = confusion
    with open(VALUES / "network.json", "w") as file:
        json.dump(result, file)
        file.write("\n")


if __name__ == "__main__":
    main()
