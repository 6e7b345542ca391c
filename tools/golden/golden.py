"""Writes lib/test/golden/*.json: values and gradients of every operation, computed by PyTorch in float64.

    python -m venv /tmp/golden && /tmp/golden/bin/pip install torch==2.13.0 numpy
    /tmp/golden/bin/python tools/golden/golden.py

Inputs are multiples of 1/64, which float32 holds exactly, so that every backend sees the same numbers.
"""

import torch
import torch.nn.functional as F

from cases import apart, case, cases, draw, numbers, write

# Unary operations, over the numbers where each is defined.
EVERYWHERE = {
    "neg": torch.neg, "exp": torch.exp, "sin": torch.sin, "cos": torch.cos, "tanh": torch.tanh, "erf": torch.erf,
    "sigmoid": torch.sigmoid, "square": torch.square, "softplus": F.softplus, "silu": F.silu, "gelu": F.gelu,
}
for name, f in EVERYWHERE.items():
    case(name, f, draw(2, 3, low=-4, high=4))
    case(name, f, draw(5, low=-8, high=8))
case("geluTanh", lambda x: F.gelu(x, approximate="tanh"), draw(2, 3, low=-4, high=4))
POSITIVE = {"log": torch.log, "log1p": torch.log1p, "sqrt": torch.sqrt, "reciprocal": torch.reciprocal}
for name, f in POSITIVE.items():
    case(name, f, draw(2, 3, low=0.25, high=4))
CORNERED = {
    "relu": F.relu, "abs": torch.abs, "leakyRelu": F.leaky_relu, "elu": F.elu, "relu6": F.relu6,
    "hardSigmoid": lambda x: F.relu6(x + 3) / 6,  # F.hardsigmoid's gradient uses a float32 1/6, also in float64
}
for name, f in CORNERED.items():
    case(name, f, apart(3, 4) * 9)
case("leakyReluSlope", lambda x: F.leaky_relu(x, 0.3), apart(3, 4))
case("eluAlpha", lambda x: F.elu(x, 0.5), apart(3, 4))
case("clamp", lambda x: torch.clamp(x, -0.5, 0.5), apart(3, 4))
for name, f in {"sign": torch.sign, "floor": torch.floor, "round": torch.round}.items():
    case(name, f, draw(3, 3, low=-4, high=4), differentiable=[])
    case(name, f, torch.tensor([-2.5, -1.5, -0.5, 0.0, 0.5, 1.5, 2.5]), differentiable=[])
special = torch.tensor([float("nan"), float("inf"), -float("inf"), 0.0])
for name, f in {**EVERYWHERE, **POSITIVE, **CORNERED}.items():
    if name not in ("silu", "gelu", "elu"):  # 0 · ∞ is a matter of taste there
        case(name, f, special, differentiable=[])

# Corners: where frameworks must choose a gradient.
corner = torch.tensor([-1.0, 0.0, 1.0])
for name in ("relu", "abs"):
    case(name, CORNERED[name], corner)
for name, f in {"maximum": torch.maximum, "minimum": torch.minimum}.items():
    case(name, f, torch.tensor([1.0, 2.0, 3.0]), torch.tensor([3.0, 2.0, 1.0]))

# Binary operations, with broadcasting.
BINARY = {"add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div,
          "maximum": torch.maximum, "minimum": torch.minimum}
PAIRS = [((2, 3), (2, 3)), ((2, 3), (3,)), ((2, 1), (1, 3)), ((2, 3), ()), ((), (2, 2)), ((3, 1, 2), (2, 1)), ((0, 3), (3,))]
for name, f in BINARY.items():
    for p, q in PAIRS:
        b = draw(*q, low=0.5, high=3) if name == "div" else draw(*q)
        case(name, f, draw(*p), b)
for p, q in PAIRS[:5]:
    case("pow", torch.pow, draw(*p, low=0.25, high=3), draw(*q))
for exponent in (0.0, 1.0, 2.0, 3.0, -1.0, 0.5):
    case("pow", torch.pow, draw(4, low=0.25, high=3), torch.tensor(exponent))
case("pow", torch.pow, torch.tensor([0.0, -1.5, 2.0]), torch.tensor(2.0), differentiable=[0])
case("pow", torch.pow, torch.tensor([0.0, 0.0, 0.0]), torch.tensor([0.0, 1.0, 2.0]))
for name, f in {"greater": torch.gt, "equal": torch.eq, "less": torch.lt}.items():
    case(name, lambda a, b, f=f: f(a, b).double(), torch.tensor([[1.0], [2.0]]), torch.tensor([1.0, 2.0, float("nan")]),
         differentiable=[])
case("where", lambda c, a, b: torch.where(c != 0, a, b), torch.tensor([[1.0, 0.0, 2.0]]), draw(2, 1), draw(2, 3), differentiable=[1, 2])

# Reductions.
for axes in (None, [0], [1], [-1], [0, 2], [0, 1, 2]):
    for keep in (False, True):
        options = {"axes": axes, "keep": keep}
        dims = list(range(3)) if axes is None else axes
        case("sum", lambda x: x.sum(dims, keepdim=keep), draw(2, 3, 4), options=options)
        case("mean", lambda x: x.mean(dims, keepdim=keep), draw(2, 3, 4), options=options)
        case("max", lambda x: x.amax(dims, keepdim=keep), apart(2, 3, 4), options=options)
        case("min", lambda x: x.amin(dims, keepdim=keep), apart(2, 3, 4), options=options)
        case("variance", lambda x: x.var(dims, correction=0, keepdim=keep), draw(2, 3, 4), options=options)
case("max", lambda x: x.amax([0], keepdim=False), torch.tensor([1.0, 3.0, 3.0]), options={"axes": [0], "keep": False})
case("min", lambda x: x.amin([0], keepdim=False), torch.tensor([1.0, 1.0, 3.0, 1.0]), options={"axes": [0], "keep": False})
case("variance", lambda x: x.var([1], correction=1), draw(2, 5), options={"axes": [1], "keep": False, "correction": 1})
case("sum", lambda x: x.sum([0]), draw(0, 3), options={"axes": [0], "keep": False})
for axis in (0, 1, -1):
    case("argmax", lambda x: x.argmax(axis).double(), apart(2, 3, 4), options={"axis": axis}, differentiable=[])
    case("argmin", lambda x: x.argmin(axis).double(), apart(2, 3, 4), options={"axis": axis}, differentiable=[])

# Products.
for p, q in [((2, 3), (3, 4)), ((1, 3), (3, 1)), ((2, 2, 3), (3, 4)), ((2, 2, 3), (2, 3, 2)), ((2, 1, 2, 3), (3, 3, 2)),
             ((2, 3), (2, 3, 2)), ((2, 0), (0, 3)), ((5, 7), (7, 6)), ((9, 5), (5, 3))]:
    case("matmul", torch.matmul, draw(*p), draw(*q))
case("affine", lambda x, W, b: x @ W + b, draw(4, 3), draw(3, 2), draw(2))
case("affine", lambda x, W, b: x @ W + b, draw(2, 2, 3), draw(3, 2), draw(2))

# Movement.
case("reshape", lambda x: x.reshape(3, 4), draw(2, 6), options={"shape": [3, -1]})
case("permute", lambda x: x.permute(2, 0, 1), draw(2, 3, 4), options={"order": [2, 0, 1]})
case("transpose", lambda x: x.transpose(-2, -1), draw(2, 3, 4), options={})
case("transpose", lambda x: x.transpose(0, 1), draw(2, 3, 4), options={"axes": [0, 1]})
case("expand", lambda x: x.expand(2, 3, 4), draw(3, 1), options={"shape": [2, 3, 4]})
case("slice", lambda x: x[:, 1:3], draw(2, 4), options={"start": 1, "end": 3, "axis": 1})
case("slice", lambda x: x[-2:], draw(4, 2), options={"start": -2, "axis": 0})
case("pad", lambda x: F.pad(x, (0, 2, 1, 0)), draw(2, 3), options={"widths": [[1, 0], [0, 2]]})
case("concat", lambda a, b: torch.cat([a, b], 1), draw(2, 3), draw(2, 1), options={"axis": 1})
case("concat", lambda a, b, c: torch.cat([a, b, c], 0), draw(1, 2), draw(0, 2), draw(2, 2), options={"axis": 0})
case("stack", lambda a, b: torch.stack([a, b], 1), draw(2, 3), draw(2, 3), options={"axis": 1})
case("at", lambda x: x[1, 0], draw(2, 3, 2), options={"positions": [1, 0]})
case("gather", lambda x: x[[2, 0, 2]], draw(3, 2), options={"rows": [2, 0, 2]})
case("scatterAdd", lambda g: torch.zeros(4, 2).index_add(0, torch.tensor([1, 3, 1]), g), draw(3, 2),
     options={"rows": [1, 3, 1], "count": 4})
for shape, size, stride, dilation, pad in [((1, 2, 4, 5), (2, 3), (1, 1), (1, 1), (0, 0)),
                                           ((2, 1, 5, 5), (3, 3), (2, 2), (1, 1), (1, 1)),
                                           ((1, 1, 6, 7), (2, 3), (2, 1), (2, 3), (1, 2))]:
    options = {"size": size, "stride": stride, "dilation": dilation, "pad": pad}
    torch_options = {"kernel_size": size, "stride": stride, "dilation": dilation, "padding": pad}
    case("unfold", lambda x: F.unfold(x, **torch_options), draw(*shape), options=options)
    columns = F.unfold(torch.zeros(shape), **torch_options)
    case("fold", lambda g: F.fold(g, shape[2:], **torch_options), draw(*columns.shape), options={**options, "shape": shape})
top, bottom, left, right = 0, 1, 2, 3
case("unfold", lambda x: F.unfold(F.pad(x, (left, right, top, bottom)), (2, 2), stride=(1, 2)), draw(1, 2, 3, 4),
     options={"size": [2, 2], "stride": [1, 2], "pad": [top, bottom, left, right]}, differentiable=[])

# Softmax and losses.
for axis in (-1, 0):
    case("softmax", lambda x: torch.softmax(x, axis), draw(3, 4, low=-6, high=6), options={"axis": axis})
    case("logSoftmax", lambda x: torch.log_softmax(x, axis), draw(3, 4, low=-6, high=6), options={"axis": axis})
    case("logSumExp", lambda x: torch.logsumexp(x, axis), draw(3, 4, low=-6, high=6), options={"axis": axis})
large = torch.tensor([[1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -999.0], [0.0, -float("inf"), 1.0]])
for name, f in {"softmax": torch.softmax, "logSoftmax": torch.log_softmax, "logSumExp": torch.logsumexp}.items():
    case(name, lambda x, f=f: f(x, -1), large, options={"axis": -1})
case("logSumExp", lambda x: torch.logsumexp(x, -1), torch.full((2,), -float("inf")), options={"axis": -1}, differentiable=[])
for labels in ([1, 0, 3], [2, 2, 2]):
    case("crossEntropy", lambda x: F.cross_entropy(x, torch.tensor(labels)), draw(3, 4, low=-6, high=6), options={"labels": labels})
case("crossEntropy", lambda x: F.cross_entropy(x, torch.tensor([0, 2, 2])), large, options={"labels": [0, 2, 2]})
case("meanSquaredError", F.mse_loss, draw(2, 3), draw(2, 3))
case("meanAbsoluteError", F.l1_loss, apart(2, 3), apart(2, 3) * 3)
case("binaryCrossEntropyWithLogits", F.binary_cross_entropy_with_logits, draw(2, 3, low=-8, high=8), draw(2, 3, low=0, high=1))
case("binaryCrossEntropyWithLogits", F.binary_cross_entropy_with_logits, torch.tensor([500.0, -500.0]), torch.tensor([0.0, 1.0]))

# Optimisers: the path of a parameter down a bent bowl.
paths = []


def path(name, make, options):
    p = torch.tensor([1.5, -2.0, 0.25], requires_grad=True)
    optimizer = make([p], options)
    points = []
    for _ in range(6):
        optimizer.zero_grad()
        ((p**2 * torch.tensor([1.0, 4.0, 0.5])).sum() + p.prod()).backward()
        optimizer.step()
        points.append(numbers(p))
    paths.append({"optimizer": name, "options": options, "points": points})


def torch_sgd(ps, o):
    return torch.optim.SGD(ps, lr=o["lr"], momentum=o.get("momentum", 0), nesterov=o.get("nesterov", False),
                           weight_decay=o.get("weightDecay", 0))


def torch_adam(make, decay):
    return lambda ps, o: make(ps, lr=o["lr"], betas=(o.get("beta1", 0.9), o.get("beta2", 0.999)), eps=o.get("eps", 1e-8),
                              weight_decay=o.get("weightDecay", decay))


for options in ({"lr": 0.05}, {"lr": 0.05, "momentum": 0.9}, {"lr": 0.05, "momentum": 0.9, "nesterov": True},
                {"lr": 0.05, "weightDecay": 0.1}, {"lr": 0.05, "momentum": 0.5, "weightDecay": 0.1}):
    path("sgd", torch_sgd, options)
for options in ({"lr": 0.1}, {"lr": 0.1, "beta1": 0.5, "beta2": 0.9, "eps": 0.01}, {"lr": 0.1, "weightDecay": 0.2}):
    path("adam", torch_adam(torch.optim.Adam, 0), options)
    path("adamW", torch_adam(torch.optim.AdamW, 0.01), options)

write("operations", cases)
write("optimizers", paths)
