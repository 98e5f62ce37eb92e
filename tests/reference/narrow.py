"""The notebook's kind of network, narrow: small enough for tests, deep enough to have everything.

Shared by the scripts beside it, which compute the values that the tests expect.
"""
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / "data"
VALUES = HERE / "values"
WIDTHS = [(3, 8, 2), (8, 8, 2), (8, 12, 1), (12, 16, 1), (16, 16, 1)]  # inputs, outputs, blocks before a pool


class Classifier(nn.Module):
    """Five stacks of conv 3x3, batch norm and ReLU, a 2x2 pool after each; then two linear layers."""

    def __init__(self, widths=None, hidden=32, classes=11):
        super().__init__()
        layers = []
        for inputs, outputs, blocks in widths or WIDTHS:
            for block in range(blocks):
                layers += [nn.Conv2d(inputs if block == 0 else outputs, outputs, 3, 1, 1),
                           nn.BatchNorm2d(outputs), nn.ReLU()]
            layers.append(nn.MaxPool2d(2, 2, 0))
        self.cnn = nn.Sequential(*layers)
        last = (widths or WIDTHS)[-1][1]
        self.fc = nn.Sequential(nn.Linear(last * 4 * 4, hidden), nn.ReLU(), nn.Dropout(0.3),
                                nn.Linear(hidden, classes))

    def forward(self, x):
        x = self.cnn(x)
        return self.fc(x.reshape(x.shape[0], -1))


def random_classifier(seed=5, **how):
    """Random weights, and batch-norm statistics that are not the trivial 0 and 1."""
    torch.manual_seed(seed)
    model = Classifier(**how)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.uniform_(-0.2, 0.2)
            module.running_var.uniform_(0.3, 1.5)
            nn.init.uniform_(module.weight, 0.7, 1.6)
            nn.init.uniform_(module.bias, -0.2, 0.4)
    return model.eval()


def load_narrow():
    """tests/data/narrow.pth in float64, in eval mode."""
    model = Classifier()
    model.load_state_dict(torch.load(DATA / "narrow.pth", map_location="cpu")["model_state_dict"])
    return model.double().eval()
