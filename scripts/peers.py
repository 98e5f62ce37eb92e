"""How the other programs are asked for what the program computes. Used by compare_with_peers.py.

Each function here takes a network (see compare_with_peers.py), the picture 1 x 3 x H x W in [0, 1] and a class, and
gives an array. `Comparison` says which of them answers which command of the program, and how close both must be.
"""
import contextlib
import copy
import io
import typing

import numpy as np
import torch
from torch import nn

SEED = 16
STEPS = 8  # of integrated gradients: enough to see a wrong weight
SAMPLES = 6
SIGMA = 0.15  # of the noise, in parts of the photo's range
WINDOW, STRIDE = 32, 16


class Comparison(typing.NamedTuple):
    method: str
    peer: str  # the package
    command: str
    ask: typing.Callable
    limit: float  # of the difference, in parts of the largest value
    share: float = 1.0  # of the values that must keep the limit
    reason: str = ""  # why the two differ, where they do
    only: str = ""  # the one network that it is meant for
    cost: str = "one"  # pass; or "several", "many"
    odd: bool = True  # whether photos without contrast mean something
    prepare: typing.Callable = lambda values: values  # of both arrays
    timed: bool = False
    double: bool = False  # whether only float64 tells anything


def leaf(x):
    return x.clone().requires_grad_()


def deviation(x):
    return SIGMA * float(x.max() - x.min())


def start(x, kind):
    return torch.full_like(x, {"black": 0.0, "white": 1.0}[kind])


# --- Captum ---

def captum(name, **how):
    def ask(network, x, label):
        import captum.attr
        return getattr(captum.attr, name)(network.model).attribute(leaf(x), target=label, **how)
    return ask


def captum_noise(kind, sizes=False):
    def ask(network, x, label):
        from captum.attr import NoiseTunnel, Saliency
        torch.manual_seed(SEED)
        return NoiseTunnel(Saliency(network.model)).attribute(
            leaf(x), nt_type=kind, nt_samples=SAMPLES, stdevs=deviation(x), target=label, abs=sizes)
    return ask


def captum_integrated(rule, kind="black", times=1.0):
    def ask(network, x, label):
        from captum.attr import IntegratedGradients
        return times * IntegratedGradients(network.model).attribute(
            leaf(x), start(x, kind), target=label, n_steps=STEPS, method=rule, internal_batch_size=1)
    return ask


def captum_shap(sigma):
    def ask(network, x, label):
        from captum.attr import GradientShap
        torch.manual_seed(SEED)
        np.random.seed(SEED)
        return GradientShap(network.model).attribute(
            leaf(x), torch.cat([start(x, "black"), start(x, "white")]), target=label, n_samples=SAMPLES,
            stdevs=deviation(x) if sigma else 0.0)
    return ask


def captum_deeplift(network, x, label):
    from captum.attr import DeepLift
    return DeepLift(network.model).attribute(leaf(x), start(x, "black"), target=label)


def captum_lrp(network, x, label):
    """On the network without batch norms, since Captum has a rule of its own for them."""
    from captum.attr import LRP
    from captum.attr._utils.lrp_rules import EpsilonRule
    model = network.folded
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            module.rule = EpsilonRule(epsilon=1e-6)
        elif isinstance(module, nn.MaxPool2d):
            module.rule = EpsilonRule(epsilon=1e-12)  # its own 1e-9 moves values by a millionth
    return LRP(model).attribute(leaf(x), target=label)


def captum_layer(place):
    def ask(network, x, label):
        from captum.attr import LayerGradCam
        return LayerGradCam(network.model, network.layers[place][1]).attribute(leaf(x), target=label)
    return ask


def captum_guided_cam(place):
    def ask(network, x, label):
        from captum.attr import GuidedGradCam
        return GuidedGradCam(network.model, network.layers[place][1]).attribute(leaf(x), target=label)
    return ask


def captum_occlusion(network, x, label):
    from captum.attr import Occlusion
    return Occlusion(network.model).attribute(
        x, (3, WINDOW, WINDOW), strides=(3, STRIDE, STRIDE), baselines=0, target=label, perturbations_per_eval=4)[0, :1]


def by_superpixel(values, segments):
    """The value of each superpixel, from a map that is the same everywhere in it."""
    return np.array([values[segments == s][0] for s in range(segments.max() + 1)])


def captum_ablation(network, x, label):
    from captum.attr import FeatureAblation
    segments = network.segments
    values = FeatureAblation(network.model).attribute(
        x, hidden(x, segments), target=label, feature_mask=torch.from_numpy(segments).long()[None, None],
        perturbations_per_eval=4)
    return by_superpixel(values[0, 0].numpy(), segments)


def captum_kernel_shap(network, x, label):
    from captum.attr import KernelShap
    segments = network.segments
    torch.manual_seed(SEED)
    values = KernelShap(network.model).attribute(
        x, hidden(x, segments), target=label, feature_mask=torch.from_numpy(segments).long()[None, None],
        n_samples=FEW_SAMPLES, perturbations_per_eval=4)
    return by_superpixel(values[0, 0].numpy(), segments)


def hidden(x, segments):
    """The picture in which each superpixel has its mean colour."""
    filled = x.clone()
    for s in range(segments.max() + 1):
        inside = torch.from_numpy(segments == s)
        filled[0, :, inside] = x[0, :, inside].double().mean(1, keepdim=True).to(x.dtype)
    return filled


# --- pytorch-grad-cam ---

def grad_cam(name, place, **how):
    """The raw map at the layer's size, before the package cuts it off and stretches it."""
    def ask(network, x, label):
        import pytorch_grad_cam
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
        raw = []
        with getattr(pytorch_grad_cam, name)(model=network.model, target_layers=[network.layers[place][1]]) as cam:
            cam.batch_size = how.get("batch_size", 16)
            inner = cam.get_cam_image
            cam.get_cam_image = lambda *given, **more: raw.append(inner(*given, **more)) or raw[-1]
            with contextlib.redirect_stderr(io.StringIO()):  # its progress
                cam(input_tensor=leaf(x), targets=[ClassifierOutputTarget(label)])
        return raw[0][0]
    return ask


def grad_cam_guided(network, x, label):
    """On a copy: it puts one and the same ReLU back in the place of all."""
    from pytorch_grad_cam import GuidedBackpropReLUModel
    values = GuidedBackpropReLUModel(model=copy.deepcopy(network.model), device="cpu")(leaf(x), target_category=label)
    return values.transpose(2, 0, 1)


# --- torch-cam ---

def torch_cam(name, place, **how):
    """The map at the layer's size, cut off below 0 and not stretched."""
    def ask(network, x, label):
        import torchcam.methods
        extractor = getattr(torchcam.methods, name)(network.model, network.layers[place][1],
                                                    input_shape=tuple(x.shape[1:]), **how)
        try:
            scores = network.model(leaf(x))
            return extractor(class_idx=label, scores=scores, normalized=False)[0][0]
        finally:
            extractor.remove_hooks()
    return ask


# --- zennit ---

def zennit(name, folded=True, **how):
    """Relevance starts at the logit, as in Captum. The network comes without batch norms, or zennit folds them."""
    def ask(network, x, label):
        import zennit.composites
        from zennit.attribution import Gradient
        from zennit.canonizers import SequentialMergeBatchNorm
        from zennit.composites import LayerMapComposite
        from zennit.rules import Epsilon, Pass
        from zennit.types import Activation, Linear
        canonizers = [] if folded else [SequentialMergeBatchNorm()]
        if name == "Epsilon":
            composite = LayerMapComposite([(Activation, Pass()), (Linear, Epsilon(1e-6))], canonizers=canonizers)
        else:
            more = {"low": torch.zeros_like(x), "high": torch.ones_like(x)} if name == "EpsilonGammaBox" else {}
            composite = getattr(zennit.composites, name)(canonizers=canonizers, **more)
        model = network.folded if folded else network.spare
        with Gradient(model=model, composite=composite) as attributor:
            return attributor(leaf(x), start_at(label))[1]
    return ask


def start_at(label):
    def relevance(output):
        values = torch.zeros_like(output)
        values[0, label] = output[0, label]
        return values.detach()
    return relevance


def zennit_gradient(name):
    def ask(network, x, label):
        import zennit.composites
        from zennit.attribution import Gradient
        one = torch.zeros(1, network.classes, dtype=x.dtype)
        one[0, label] = 1
        with Gradient(model=network.spare, composite=getattr(zennit.composites, name)()) as attributor:
            return attributor(leaf(x), one)[1]
    return ask


def zennit_integrated(network, x, label):
    from zennit.attribution import IntegratedGradients
    one = torch.zeros(1, network.classes, dtype=x.dtype)
    one[0, label] = 1
    with IntegratedGradients(model=network.model, n_iter=STEPS) as attributor:
        return attributor(x, one)[1]


# --- shap ---

class OneClass(nn.Module):
    """shap computes all classes, or the likeliest ones."""

    def __init__(self, model, label):
        super().__init__()
        self.model, self.label = model, label

    def forward(self, x):
        return self.model(x)[:, self.label:self.label + 1]


def only(values):
    """Of one photo and one class, in what the version at hand gives."""
    values = values[0] if isinstance(values, list) else values
    values = np.asarray(values)[0]
    return values[..., 0] if values.shape[-1] == 1 else values


def shap_gradient(network, x, label):
    import shap
    bases = torch.cat([start(x, "black"), start(x, "white")])
    return only(shap.GradientExplainer(OneClass(network.model, label), bases, batch_size=1)
                .shap_values(x, nsamples=SAMPLES, rseed=SEED))


def shap_deeplift(network, x, label):
    import shap
    return only(shap.DeepExplainer(OneClass(network.spare, label), start(x, "black"))
                .shap_values(x, check_additivity=False))


FEW_SAMPLES = 120


def shap_kernel(network, x, label):
    import shap
    import views
    segments, photo = network.segments, network.photo

    def scores(kept):
        return views.perturbed_scores(network.model, photo, segments, kept)[:, label]

    count = segments.max() + 1
    np.random.seed(SEED)
    explainer = shap.KernelExplainer(scores, np.zeros((1, count)))
    return explainer.shap_values(np.ones((1, count)), nsamples=FEW_SAMPLES, l1_reg=False, silent=True)[0]


# --- PAIR's saliency ---

def pair_call(network, label):
    """Its pictures are H x W x 3, and its own arithmetic is float64 if they are."""
    dtype = torch.float64 if network.precision == "float64" else torch.float32

    def gradients(pictures, call_model_args=None, expected_keys=None):
        found = []
        for picture in np.asarray(pictures):
            x = torch.from_numpy(picture).permute(2, 0, 1)[None].to(dtype).requires_grad_()
            gradient, = torch.autograd.grad(network.model(x)[0, label], x)
            found.append(gradient[0].permute(1, 2, 0).numpy())
        return {"INPUT_OUTPUT_GRADIENTS": np.stack(found)}
    return gradients


def pair(name, call="GetMask", **how):
    def ask(network, x, label):
        import saliency.core
        np.random.seed(SEED)
        picture = x[0].permute(1, 2, 0).double().numpy()
        values = getattr(getattr(saliency.core, name)(), call)(picture, pair_call(network, label), {}, **how)
        return values.transpose(2, 0, 1)
    return ask


# --- What is compared ---

def positive(values):
    return np.maximum(values, 0)


def finished(values):
    """Whatever the unit of the weights."""
    return positive(values) / max(values.max(), 1e-30)


def either_sign(values):
    """With the largest value above 0."""
    return values * np.sign(values.flat[np.abs(values).argmax()])


INTEGRATED = f"integrated --steps {STEPS}"
SMOOTH = f"smoothgrad --samples {SAMPLES} --sigma {SIGMA} --seed {SEED}"
EXPECTED = f"expectedgradients --samples {SAMPLES} --seed {SEED}"
CUT = "--segments 20 --compactness 10"
LAYERS = ("middle", "last")  # of a network's `layers`

GRADIENTS = [
    Comparison("gradient", "captum", "saliency --objective logit --kind signed", captum("Saliency", abs=False),
               1e-3, 0.999, timed=True),
    Comparison("input x gradient", "captum", "inputxgradient", captum("InputXGradient"), 1e-3, 0.999, timed=True),
    Comparison("guided backprop", "captum", "guidedbackprop", captum("GuidedBackprop"), 1e-3, 0.999, timed=True),
    Comparison("guided backprop", "zennit", "guidedbackprop", zennit_gradient("GuidedBackprop"), 1e-3, 0.999),
    Comparison("guided backprop", "grad-cam", "guidedbackprop", grad_cam_guided, 1e-3, 0.999),
    Comparison("deconvnet", "captum", "deconvnet", captum("Deconvolution"), 1e-3, 0.999, timed=True),
    Comparison("deconvnet", "zennit", "deconvnet", zennit_gradient("DeconvNet"), 1e-3, 0.999),
]
NOISE = [Comparison(method, "captum", f"{SMOOTH} --random torch --kind {kind} --of {of}",
                    captum_noise(name, of == "abs"), 2e-3, 0.999, cost="several", odd=False,
                    timed=kind == "smoothgrad" and of == "signed")
         for method, kind, of, name in [("SmoothGrad", "smoothgrad", "signed", "smoothgrad"),
                                        ("SmoothGrad of sizes", "smoothgrad", "abs", "smoothgrad"),
                                        ("SmoothGrad squared", "squared", "signed", "smoothgrad_sq"),
                                        ("VarGrad", "vargrad", "signed", "vargrad")]]
NOISE += [Comparison(method, "saliency", f"{SMOOTH} --random numpy --kind {kind}",
                     pair("GradientSaliency", "GetSmoothedMask", stdev_spread=SIGMA, nsamples=SAMPLES,
                          magnitude=kind == "squared"), 2e-3, 0.999, cost="several", odd=False)
          for method, kind in [("SmoothGrad", "smoothgrad"), ("SmoothGrad squared", "squared")]]
PATHS = [Comparison(f"integrated gradients, {rule}", "captum", f"{INTEGRATED} --rule {rule}", captum_integrated(name),
                    2e-3, 0.999, cost="several", timed=rule == "gausslegendre")
         for rule, name in [("gausslegendre", "gausslegendre"), ("left", "riemann_left"), ("right", "riemann_right"),
                            ("middle", "riemann_middle")]]
PATHS += [
    Comparison("integrated gradients, trapezoid", "captum", f"{INTEGRATED} --rule trapezoid",
               captum_integrated("riemann_trapezoid"), 2e-3, 0.999, cost="several",
               reason="its weights add up to (n - 1)/n"),
    Comparison("the same, theirs times n/(n - 1)", "captum", f"{INTEGRATED} --rule trapezoid",
               captum_integrated("riemann_trapezoid", times=STEPS / (STEPS - 1)), 2e-3, 0.999, cost="several"),
    Comparison("integrated gradients from white", "captum", f"{INTEGRATED} --baseline white",
               captum_integrated("gausslegendre", "white"), 2e-3, 0.999, cost="several"),
    Comparison("integrated gradients, right", "zennit", f"{INTEGRATED} --rule right", zennit_integrated, 2e-3, 0.999,
               cost="several", timed=True),
    Comparison("integrated gradients, trapezoid", "saliency", f"{INTEGRATED} --rule trapezoid",
               pair("IntegratedGradients", x_steps=STEPS), 2e-3, 0.999, cost="several",
               reason="both ends count in full"),
    Comparison("expected gradients", "captum", f"{EXPECTED} --order captum", captum_shap(False), 2e-3, 0.999,
               cost="several", timed=True),
    Comparison("expected gradients with noise", "captum", f"{EXPECTED} --order captum --sigma {SIGMA}",
               captum_shap(True), 2e-3, 0.999, cost="several", odd=False),
    Comparison("expected gradients", "shap", f"{EXPECTED} --order shap", shap_gradient, 2e-3, 0.999, cost="several",
               timed=True),
    Comparison("blur integrated gradients", "saliency", f"blurig --steps {STEPS} --sigma 25",
               pair("BlurIG", max_sigma=25, steps=STEPS), 1e-2, 0.99, cost="several", odd=False),
    Comparison("guided integrated gradients", "saliency", f"guidedig --steps {STEPS}", pair("GuidedIG", x_steps=STEPS),
               1e-6, cost="several", odd=False, double=True),
]
RELEVANCE = [Comparison(f"LRP {composite}", "zennit", f"lrp --composite {composite}", zennit(name),
                        1e-3 if composite == "epsilon" else 1e-4, only="notebook",
                        timed=composite in ("epsilon-plus-flat", "epsilon-alpha2-beta1", "epsilon-gamma-box"))
             for composite, name in [("epsilon-plus", "EpsilonPlus"), ("epsilon-plus-flat", "EpsilonPlusFlat"),
                                     ("epsilon-alpha2-beta1", "EpsilonAlpha2Beta1"),
                                     ("epsilon-alpha2-beta1-flat", "EpsilonAlpha2Beta1Flat"),
                                     ("epsilon-gamma-box", "EpsilonGammaBox"), ("epsilon", "Epsilon")]]
RELEVANCE += [
    Comparison("LRP epsilon-plus, theirs folds the batch norms", "zennit", "lrp --composite epsilon-plus",
               zennit("EpsilonPlus", folded=False), 1e-4, only="notebook",
               reason="zennit before 1.0 leaves the epsilon in a batch norm that it has folded"),
    Comparison("LRP epsilon", "captum", "lrp --composite epsilon", captum_lrp, 1e-3, only="notebook", timed=True),
    Comparison("DeepLIFT", "captum", "deeplift", captum_deeplift, 1e-4, only="notebook", timed=True,
               reason="it loses its rule for a max pool next to a ReLU"),
    Comparison("DeepLIFT, no pool next to a ReLU", "captum", "deeplift", captum_deeplift, 1e-4, only="pools apart"),
    Comparison("DeepLIFT", "shap", "deeplift", shap_deeplift, 1e-4, only="notebook", timed=True),
    Comparison("DeepLIFT, no pool next to a ReLU", "shap", "deeplift", shap_deeplift, 1e-4, only="pools apart"),
]
CAMS = []
for where in LAYERS:
    at = f"--layer {{{where}}}"
    timed = where == "middle"
    CAMS += [
        Comparison(f"Grad-CAM, {where} layer", "captum", f"gradcam {at}", captum_layer(where), 1e-4, timed=timed),
        Comparison(f"Grad-CAM, {where} layer", "grad-cam", f"gradcam {at}", grad_cam("GradCAM", where), 1e-4,
                   timed=timed),
        Comparison(f"Grad-CAM, {where} layer", "torchcam", f"gradcam {at}", torch_cam("GradCAM", where), 1e-4,
                   prepare=positive, timed=timed),
        Comparison(f"guided Grad-CAM, {where} layer", "captum", f"guidedgradcam {at}", captum_guided_cam(where), 1e-3,
                   0.999, timed=timed)]
    for kind, name, limit in [("gradcam++", "GradCAMPlusPlus", 1e-4), ("xgradcam", "XGradCAM", 1e-4),
                              ("hirescam", "HiResCAM", 1e-4), ("elementwise", "GradCAMElementWise", 1e-4),
                              ("layercam", "LayerCAM", 1e-4), ("eigencam", "EigenCAM", 1e-3),
                              ("eigengradcam", "EigenGradCAM", 1e-3), ("segeigencam", "SegEigenCAM", 1e-3),
                              ("fem", "FEM", 1e-4)]:
        CAMS.append(Comparison(f"{kind}, {where} layer", "grad-cam", f"cam --kind {kind} {at}", grad_cam(name, where),
                               limit, prepare=either_sign if "eigen" in kind else lambda values: values, timed=timed,
                               odd="eigen" not in kind))
    for kind, name, reason in [("gradcam++", "GradCAMpp", "it divides a copy of its weights, which stay g^2"),
                               ("xgradcam", "XGradCAM", ""), ("layercam", "LayerCAM", "")]:
        CAMS.append(Comparison(f"{kind}, {where} layer", "torchcam", f"cam --kind {kind} {at}", torch_cam(name, where),
                               1e-4, prepare=finished if reason else positive, reason=reason, timed=timed and not reason))
AT = "--layer {middle}"
HIDING = [
    Comparison("Score-CAM, middle layer", "grad-cam", f"cam --kind scorecam {AT}", grad_cam("ScoreCAM", "middle"), 1e-3,
               cost="many", odd=False, timed=True),
    Comparison("Score-CAM, middle layer", "torchcam", f"cam --kind scorecam {AT}",
               torch_cam("ScoreCAM", "middle", batch_size=16), 1e-3, cost="many", odd=False, prepare=positive,
               reason="it brings the masks to [0, 1] before it stretches them, and stretches otherwise"),
    Comparison("Ablation-CAM, middle layer", "grad-cam", f"cam --kind ablationcam {AT}",
               grad_cam("AblationCAM", "middle"), 1e-3, cost="many", odd=False, timed=True),
    Comparison("occlusion", "captum", f"occlusion --window {WINDOW} --stride {STRIDE}", captum_occlusion, 1e-4,
               cost="many", timed=True),
    Comparison("feature ablation", "captum", f"ablation {CUT}", captum_ablation, 1e-4, cost="many", timed=True),
    Comparison("KernelSHAP", "shap", f"kernelshap {CUT} --samples {FEW_SAMPLES} --seed {SEED}", shap_kernel, 1e-3,
               cost="many", timed=True),
    Comparison("KernelSHAP", "captum", f"kernelshap {CUT} --samples {FEW_SAMPLES} --seed {SEED}", captum_kernel_shap,
               1e-3, cost="many", reason="it draws other coalitions, and fits in float32 with weights of a million"),
]
COMPARISONS = GRADIENTS + NOISE + PATHS + RELEVANCE + CAMS + HIDING
