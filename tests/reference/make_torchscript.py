#!/usr/bin/python3
"""Makes tests/data/torchscript: small networks as torch.jit writes them, and files that must be refused.

Writes also values/torchscript.json: for each network that opens, in float64 on the picture of make_checkpoints.py, what
its forward hooks see of every leaf module and every block, its logits, and the gradient of the third logit.
"""
import io
import json
import shutil
import warnings
import zipfile

import torch
from torch import nn
from torch.nn import functional

from make_checkpoints import picture
from narrow import DATA, VALUES, load_narrow

FOLDER = DATA / "torchscript"
CLASSES = 5
VALUES_OF = {}


class Block(nn.Module):
    """A residual block: two branches, a ReLU that runs twice and works in place."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        y += self.downsample(x)
        return self.relu(y)


class Residual(nn.Module):
    """A small ResNet with dropout."""

    def __init__(self, channels=3, classes=CLASSES):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 4, 7, 4, 3)
        self.bn1 = nn.BatchNorm2d(4)
        self.relu = nn.ReLU(inplace=True)
        self.pool = nn.MaxPool2d(3, 2, 1)
        self.layer1 = nn.Sequential(Block(4, 6, 2), Block(6, 6, 1))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.drop = nn.Dropout(0.4)
        self.fc = nn.Linear(6, classes)

    def features(self, x):
        return self.layer1(self.pool(self.relu(self.bn1(self.conv1(x)))))

    def classify(self, x):
        return self.fc(self.drop(torch.flatten(self.avgpool(self.features(x)), 1)))

    def forward(self, x):
        return self.classify(x)


class Auxiliary(Residual):
    """A second head that answers in training only; scripted, a branch. Its first answer is a map."""

    def __init__(self):
        super().__init__()
        self.aux = nn.Linear(4, CLASSES)
        self.branch = nn.Conv2d(6, 6, 1)
        self.deep = True

    def forward(self, x):
        maps = self.features(x)
        if self.deep:
            maps = functional.relu(self.branch(maps)) + maps
        if self.training:
            maps = maps * 2
        return maps, self.fc(torch.flatten(self.avgpool(maps), 1)), self.aux(maps.mean(dim=[2, 3])[:, :4])


class Loop(Residual):
    """Runs one convolution as often as a number in the network says."""

    def __init__(self):
        super().__init__()
        self.again = nn.Conv2d(6, 6, 3, 1, 1)
        self.times = 3

    def forward(self, x):
        x = self.features(x)
        for _ in range(self.times):
            x = torch.relu(self.again(x))
        return self.fc(torch.flatten(self.avgpool(x), 1))


class Functional(nn.Module):
    """Convolutions that are no modules."""

    def __init__(self):
        super().__init__()
        self.kernel = nn.Parameter(torch.randn(4, 3, 5, 5) / 5)
        self.inner = nn.ParameterDict({"deep": nn.Parameter(torch.randn(CLASSES, 4, 3, 3) / 3)})

    def forward(self, x):
        x = functional.relu(functional.conv2d(x, self.kernel, stride=4))
        return functional.conv2d(x, self.inner["deep"]).mean(dim=[2, 3])


class Answer(Residual):
    """The small ResNet with another end."""

    def __init__(self, end):
        super().__init__()
        self.end = end

    def forward(self, x):
        return self.end(self.classify(x))


class Ends:
    """Ends of networks, by the name of the file."""

    class Softmax(nn.Module):
        def forward(self, x):
            return torch.softmax(x, 1)

    class Dictionary(nn.Module):
        def forward(self, x):
            return {"features": x.reshape(x.shape[0], -1, 1), "out": x}

    class One(nn.Module):
        def forward(self, x):
            return x[:, :1]

    class Sigmoid(nn.Module):
        def forward(self, x):
            return torch.sigmoid(x)

    class OneSigmoid(nn.Module):
        def forward(self, x):
            return torch.sigmoid(x[:, :1])

    class Noise(nn.Module):
        def forward(self, x):
            return x * torch.empty_like(x).bernoulli_(0.5)

    class Typed(nn.Module):
        def forward(self, x):
            return x.to(torch.float32) + torch.arange(5, dtype=torch.float32, device="cpu")

    class Wide(nn.Module):
        """The same in float64, which is how the program computes the other one when it is asked for float64."""

        def forward(self, x):
            return x.to(torch.float64) + torch.arange(5, dtype=torch.float64, device="cpu")

    class Rows(nn.Module):
        def forward(self, x):
            return x.reshape(1, -1)[:, :5]


Ends.Wide.__name__ = Ends.Typed.__name__  # what the file says


class InPlace(Residual):
    """Normalises the picture that it is given in place, as torchvision's normalize can."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))

    def forward(self, x):
        x -= self.mean
        x /= self.std
        return self.classify(x)


class Standardised(Residual):
    """Does so with numbers of the picture itself: the second time nothing changes any more."""

    def forward(self, x):
        x -= x.mean()
        x /= x.std()
        x.clamp_(-1.5, 1.2)
        return self.classify(x)


class StandardisedCopy(Residual):
    """The same with new tensors, without which PyTorch has no gradient."""

    def forward(self, x):
        x = x - x.mean()
        return self.classify((x / x.std()).clamp(-1.5, 1.2))


class Stem(Residual):
    """Its first convolution takes twelve channels, of a picture of three."""

    def __init__(self):
        super().__init__(channels=12)

    def forward(self, x):
        return self.classify(functional.pixel_unshuffle(x, 2))


class Written(Residual):
    """Tracing writes down how many pictures it was traced with."""

    def forward(self, x):
        maps = self.avgpool(self.features(x))
        return self.fc(self.drop(maps.reshape(int(maps.shape[0]), -1)))


class FeaturesFirst(Residual):
    def forward(self, x):
        features = torch.flatten(self.avgpool(self.features(x)), 1)
        return features, self.fc(features)


class Keyed(Residual):
    def forward(self, x):
        features = torch.flatten(self.avgpool(self.features(x)), 1)
        return {"embedding": features, "logits": self.fc(features)}


class Flat(Residual):
    def forward(self, x):
        return self.classify(x).squeeze(0)


class Maps(Residual):
    def forward(self, x):
        return self.classify(x).unsqueeze(2).unsqueeze(3)


class Nested(Residual):
    def forward(self, x):
        return self.classify(x).unsqueeze(1)


class Averaged(nn.Module):
    """Its logits for a photo lie near its last biases, between 0 and 1."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.fc = nn.Linear(4, CLASSES)
        nn.init.normal_(self.fc.weight, 0, 0.05)
        nn.init.uniform_(self.fc.bias, 0.3, 0.7)

    def forward(self, x):
        return self.fc(self.conv(x).mean(dim=[2, 3]))


class ChannelsLast(Residual):
    def forward(self, x):
        return self.classify(x.permute(0, 3, 1, 2))


class Frozen(Residual):
    """A backbone without gradients, as for training the head alone."""

    def forward(self, x):
        with torch.no_grad():
            maps = self.features(x)
        return self.fc(torch.flatten(self.avgpool(maps), 1))


class Detached(Residual):
    def forward(self, x):
        return self.fc(torch.flatten(self.avgpool(self.features(x).detach()), 1))


class OnGpu(Residual):
    """make_cuda() writes cuda in place of cpu."""

    def forward(self, x):
        return self.classify(x.cpu())


class Answered(Residual):
    def forward(self, x):
        return self.classify(x).argmax(1)


class Bytes(Residual):
    def forward(self, x):
        assert x.dtype == torch.uint8, "it takes bytes"
        return self.classify(x.float() / 255)


class Divides(Residual):
    """Brings pictures of 0 to 255 into its range."""

    def forward(self, x):
        return self.classify((x / 255 - 0.5) / 0.25)


class Multiplies(Residual):
    def forward(self, x):
        return self.classify((x.permute(0, 2, 3, 1).mul(1 / 255).permute(0, 3, 1, 2) - 0.5) * 4)


class Subtracts(Residual):
    """Its mean and deviation are buffers."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.full((1, 3, 1, 1), 127.5, dtype=torch.float64))
        self.register_buffer("deviation", torch.full((1, 3, 1, 1), 63.75, dtype=torch.float64))

    def forward(self, x):
        return self.classify((x - self.mean).div(self.deviation))


class Infinite(Residual):
    """Of all classes but the likeliest the logarithm is that of zero."""

    def forward(self, x):
        return torch.log(torch.softmax(1e6 * self.classify(x), 1))


class Choosy(Residual):
    def forward(self, x):
        if bool(x.min() == x.max()):
            raise ValueError("it is all of one colour")
        return self.classify(x)


class Oblong(nn.Module):
    """Its linear layer fits pictures of 24 rows and 48 columns, and of 48 and 24."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 5, 2)
        self.fc = nn.Linear(2 * 10 * 22, CLASSES)

    def forward(self, x):
        return self.fc(torch.relu(self.conv(x)).flatten(1))


class Segmentation(Residual):
    def forward(self, x):
        return self.features(x)


class TwoPictures(Residual):
    def forward(self, x, other):
        return self.classify(x + other)


class Endless(Residual):
    def forward(self, x):
        while bool(x.sum() < 1e30):
            x = x + 0
        return self.classify(x)


class EndlessOnWhite(Residual):
    def forward(self, x):
        while bool(x.min() > 0.99):
            x = x + 0
        return self.classify(x)


class Small(nn.Module):
    """As for handwritten digits: one channel, and a linear layer that fits 28 x 28 only."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 5, 2)
        self.fc = nn.Linear(2 * 12 * 12, CLASSES)

    def forward(self, x):
        return self.fc(torch.relu(self.conv(x)).flatten(1))


class Branching(Small):
    """What it does depends on the picture."""

    def forward(self, x):
        x = torch.relu(self.conv(x))
        if bool(x.sum() > 1e6):
            x = 2 * x
        return self.fc(x.flatten(1))


class Chained(nn.Module):
    """Modules one after the other, unlike the notebook's: strides, dilation, groups, a pool that overlaps and comes
    before its ReLU, convolutions without one, averages. Takes one channel, 45 rows and 37 columns."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 6, 5, 2, 2), nn.BatchNorm2d(6), nn.MaxPool2d(3, 2, 1), nn.ReLU(inplace=True),
            nn.Conv2d(6, 8, 3, padding="same", dilation=2, groups=2), nn.AvgPool2d(2),
            nn.Conv2d(8, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU(inplace=True))
        self.head = nn.Sequential(nn.Linear(8, 12), nn.BatchNorm1d(12), nn.ReLU(), nn.Dropout(0.5),
                                  nn.Linear(12, CLASSES))

    def forward(self, x):
        return self.head(self.features(x).mean((2, 3)))

    def chain(self):
        """The same as a list of modules."""
        return [*self.features, nn.AvgPool2d((4, 3)), nn.Flatten(), *self.head]


def seeded(make, seed=3):
    """Random weights, and batch-norm statistics that are not the trivial 0 and 1."""
    torch.manual_seed(seed)
    model = make()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.uniform_(-0.2, 0.2)
            module.running_var.uniform_(0.3, 1.5)
            nn.init.uniform_(module.weight, 0.7, 1.6)
            nn.init.uniform_(module.bias, -0.2, 0.4)
    return model.eval()


def sampled(tensor):
    """About fifty values; an odd step walks over all rows and columns."""
    return tensor.reshape(-1)[::tensor.numel() // 50 | 1].tolist()


def logits_of(output):
    """The tensor with a row of numbers, as many as there are classes where several have one."""
    if isinstance(output, torch.Tensor) and output.dim() != 2:
        return output.reshape(1, -1)
    tensors = [output] if isinstance(output, torch.Tensor) else \
        list(output.values() if isinstance(output, dict) else output)
    rows = [tensor for tensor in tensors if tensor.dim() == 2]
    return next((tensor for tensor in rows if tensor.shape[1] == CLASSES), rows[0])


def expect(name, model, x=None):
    """What the hooks of the model in Python see, in float64; of a module that runs twice, the second time."""
    model = model.double().eval()
    x = (picture() if x is None else x).requires_grad_()
    leaves, blocks = {}, {}

    def keep(module_name, module):
        def hook(_, __, output):
            kept = blocks if next(module.children(), None) is not None else leaves
            seen = {"name": module_name, "kind": type(module).__name__, "shape": [],
                    "parameters": sum(p.numel() for p in module.parameters())}
            if isinstance(output, torch.Tensor):
                channel = 1 % output.shape[1]
                values = output.detach()[0, channel].clone()
                seen.update({"shape": list(output.shape[1:]), "filter": channel,
                             "largest": values.abs().max().item(), "sampled": sampled(values)})
            kept[module_name] = seen
        return hook

    handles = [module.register_forward_hook(keep(module_name, module))
               for module_name, module in model.named_modules() if module_name]
    logits = logits_of(model(x.clone()))
    gradient, = torch.autograd.grad(logits[0, 2], x)
    for handle in handles:
        handle.remove()
    VALUES_OF[name] = {"logits": logits[0].tolist(), "layers": list(leaves.values()), "blocks": list(blocks.values()),
                       "parameters": sum(p.numel() for p in model.parameters()),
                       "gradient": {"largest": gradient.abs().max().item(), "sampled": sampled(gradient)}}


def save(name, module, edit=lambda entry, content: content):
    """Without the tracebacks of the source, which are most of a small file."""
    stream = io.BytesIO()
    torch.jit.save(module, stream)
    stream.seek(0)
    with zipfile.ZipFile(stream) as before, zipfile.ZipFile(FOLDER / name, "w") as after:
        for entry in before.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                below = entry.filename.split("/", 1)[1]
                info = zipfile.ZipInfo("archive/" + below)  # a fixed date: the same file each time
                info.compress_type = zipfile.ZIP_DEFLATED if below.startswith("code/") else zipfile.ZIP_STORED
                after.writestr(info, edit(below, before.read(entry)))


def traced(model, x=None):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return torch.jit.trace(model, (torch.rand(1, 3, 128, 128),) if x is None else x, check_trace=False)


def make_both(name, model, x=None):
    save(f"{name}-traced.pt", traced(model, x))
    save(f"{name}-scripted.pt", torch.jit.script(model))
    expect(f"{name}-traced.pt", model)
    VALUES_OF[f"{name}-scripted.pt"] = VALUES_OF[f"{name}-traced.pt"]


def make_networks():
    make_both("residual", seeded(Residual))
    make_both("softmax", seeded(lambda: Answer(Ends.Softmax())))
    save("auxiliary-scripted.pt", torch.jit.script(seeded(Auxiliary)))
    expect("auxiliary-scripted.pt", seeded(Auxiliary))
    save("loop-scripted.pt", torch.jit.script(seeded(Loop)))
    expect("loop-scripted.pt", seeded(Loop))
    save("dictionary-scripted.pt", torch.jit.script(seeded(lambda: Answer(Ends.Dictionary()))))
    expect("dictionary-scripted.pt", seeded(lambda: Answer(Ends.Dictionary())))
    make_both("functional", seeded(Functional))
    # In float64: freezing folds batch norm into the convolutions, with the rounding of its precision.
    save("frozen.pt", torch.jit.freeze(torch.jit.script(seeded(Residual).double())))
    expect("frozen.pt", seeded(Residual))
    save("one-row-traced.pt", traced(seeded(lambda: Answer(Ends.Rows()))))
    expect("one-row-traced.pt", seeded(lambda: Answer(Ends.Rows())))


def make_narrow():
    """The network whose checkpoint is narrow.pth."""
    model = load_narrow().float()
    save("narrow-traced.pt", traced(model))
    save("narrow-scripted.pt", torch.jit.script(model))


def make_chains():
    """For methods that walk from module to module."""
    gray = torch.rand(1, 1, 45, 37)
    save("chained-traced.pt", traced(seeded(Chained), gray))
    save("chained-scripted.pt", torch.jit.script(seeded(Chained)))
    with_softmax = nn.Sequential(seeded(Chained), nn.Softmax(1)).eval()
    save("chained-softmax-traced.pt", traced(with_softmax, gray))
    save("chained-softmax-scripted.pt", torch.jit.script(with_softmax))
    save("branching-scripted.pt", torch.jit.script(seeded(Branching)))


def make_states():
    """Files in another state than one would like."""
    training = seeded(Residual).train()
    save("training-traced.pt", traced(training))  # which moves the statistics of its batch norms
    expect("training-traced.pt", training)
    save("training-scripted.pt", torch.jit.script(seeded(Residual).train()))
    expect("training-scripted.pt", seeded(Residual))
    half = seeded(lambda: Answer(Ends.Typed())).half()
    save("half-scripted.pt", torch.jit.script(half))
    half.end = Ends.Wide()
    expect("half-scripted.pt", half)
    save("double-traced.pt", traced(seeded(Residual).double(), torch.rand(1, 3, 128, 128).double()))
    expect("double-traced.pt", seeded(Residual))


def make_cuda():
    """As saved on a GPU: the place of the tensors, and a device in the program."""
    def edit(entry, content):
        if entry.endswith(".pkl"):
            return content.replace(b"X\x03\0\0\0cpu", b"X\x06\0\0\0cuda:0")
        return content.replace(b'torch.device("cpu")', b'torch.device("cuda:0")')

    save("cuda-scripted.pt", torch.jit.script(seeded(lambda: Answer(Ends.Typed()))), edit)
    expect("cuda-scripted.pt", seeded(lambda: Answer(Ends.Wide())))
    save("cuda-call-scripted.pt", torch.jit.script(seeded(OnGpu)),
         lambda entry, content: content.replace(b"torch.cpu(", b"torch.cuda("))
    expect("cuda-call-scripted.pt", seeded(OnGpu))


def make_other_inputs():
    gray = seeded(lambda: Residual(channels=1))
    save("gray-traced.pt", traced(gray, torch.rand(1, 1, 128, 128)))
    save("digits-traced.pt", traced(seeded(Small), torch.rand(1, 1, 28, 28)))
    # As many classes as ImageNet has.
    save("thousand-traced.pt", traced(seeded(lambda: Residual(classes=1000))))


def make_as_they_are():
    """Networks that do what they like with the picture, and answer as they like."""
    save("in-place-traced.pt", traced(seeded(InPlace)))
    expect("in-place-traced.pt", seeded(InPlace))
    save("standardised-scripted.pt", torch.jit.script(seeded(Standardised)))
    expect("standardised-scripted.pt", seeded(StandardisedCopy))
    save("stem-traced.pt", traced(seeded(Stem)))
    expect("stem-traced.pt", seeded(Stem))
    save("batch-of-four-traced.pt", traced(seeded(Written), torch.rand(4, 3, 128, 128)))
    expect("batch-of-four-traced.pt", seeded(Written))
    save("flat-scripted.pt", torch.jit.script(seeded(Flat)))
    expect("flat-scripted.pt", seeded(Flat))
    save("maps-scripted.pt", torch.jit.script(seeded(Maps)))
    expect("maps-scripted.pt", seeded(Maps))
    save("nested-scripted.pt", torch.jit.script(seeded(Nested)))
    expect("nested-scripted.pt", seeded(Nested))
    save("keyed-scripted.pt", torch.jit.script(seeded(Keyed)))
    expect("keyed-scripted.pt", seeded(Keyed))
    save("features-first-scripted.pt", torch.jit.script(seeded(FeaturesFirst)))
    save("sigmoids-scripted.pt", torch.jit.script(seeded(lambda: Answer(Ends.Sigmoid()))))
    expect("sigmoids-scripted.pt", seeded(lambda: Answer(Ends.Sigmoid())))
    save("averaged-scripted.pt", torch.jit.script(seeded(Averaged)))
    save("one-output.pt", torch.jit.script(seeded(lambda: Answer(Ends.One()))))
    save("one-sigmoid.pt", torch.jit.script(seeded(lambda: Answer(Ends.OneSigmoid()))))
    save("divides-traced.pt", traced(seeded(Divides)))
    expect("divides-traced.pt", seeded(Divides), 255 * picture())
    save("multiplies-scripted.pt", torch.jit.script(seeded(Multiplies)))
    save("subtracts-scripted.pt", torch.jit.script(seeded(Subtracts)))
    save("infinite-scripted.pt", torch.jit.script(seeded(Infinite)))
    save("choosy-scripted.pt", torch.jit.script(seeded(Choosy)))
    save("no-grad-scripted.pt", torch.jit.script(seeded(Frozen)))
    save("detached-traced.pt", traced(seeded(Detached)))
    save("oblong-traced.pt", traced(seeded(Oblong), torch.rand(1, 3, 24, 48)))


def quantised():
    """A convolution and a linear layer in whole numbers, as PyTorch's post-training quantisation makes them."""
    torch.backends.quantized.engine = "qnnpack"
    model = seeded(lambda: nn.Sequential(torch.ao.quantization.QuantStub(), nn.Conv2d(3, 4, 3), nn.ReLU(),
                                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 11),
                                         torch.ao.quantization.DeQuantStub()))
    model.qconfig = torch.ao.quantization.get_default_qconfig("qnnpack")
    torch.ao.quantization.prepare(model, inplace=True)
    model(torch.rand(2, 3, 16, 16))
    return torch.ao.quantization.convert(model, inplace=True)


def make_refused():
    save("quantised-traced.pt", traced(quantised()))
    save("segmentation.pt", torch.jit.script(seeded(Segmentation)))
    save("noise.pt", traced(seeded(lambda: Answer(Ends.Noise()))))
    save("two-pictures.pt", torch.jit.script(seeded(TwoPictures)))
    save("endless.pt", torch.jit.script(seeded(Endless)))
    save("endless-on-white.pt", torch.jit.script(seeded(EndlessOnWhite)))
    save("five-channels.pt", torch.jit.script(seeded(lambda: Residual(channels=5))))
    save("channels-last.pt", torch.jit.script(seeded(ChannelsLast)))
    save("whole-numbers.pt", torch.jit.script(seeded(Answered)))
    save("bytes.pt", torch.jit.script(seeded(Bytes)))
    save("own-operator.pt", torch.jit.script(seeded(Functional)),  # the program's, which no file has to know
         lambda entry, content: content.replace(b"torch.conv2d(x0, deep)",
                                                b"ops.convscope.tap(torch.conv2d(x0, deep), 26)"))
    save("unknown-operator.pt", torch.jit.script(seeded(Functional)),
         lambda entry, content: content.replace(b"torch.mean", b"torch.meen"))


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    make_networks()
    make_narrow()
    make_chains()
    make_states()
    make_cuda()
    make_other_inputs()
    make_as_they_are()
    make_refused()
    with open(VALUES / "torchscript.json", "w") as file:
        json.dump(VALUES_OF, file)
        file.write("\n")


if __name__ == "__main__":
    main()
