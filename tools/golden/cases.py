"""Cases of golden values: inputs that every backend holds exactly, outputs and gradients by PyTorch in float64."""

import json
from pathlib import Path

import torch

OUT = Path(__file__).resolve().parents[2] / "lib/test/golden"
torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(20)


def draw(*shape, low=-2.0, high=2.0):
    """Random multiples of 1/64 from low to high."""
    steps = torch.randint(round(low * 64), round(high * 64) + 1, shape, generator=random)
    return steps.double() / 64


def apart(*shape):
    """Numbers that are all different, by at least 1/8, and none of them 0: for max, relu, abs."""
    n = int(torch.tensor(shape).prod()) if shape else 1
    order = torch.randperm(n, generator=random) - n // 2
    return ((order.double() * 2 + 1) / 16).reshape(shape)


def numbers(t):
    """Row-major numbers; JSON has no NaN or infinity, so these are written as words."""
    return [x if abs(x) < float("inf") else str(x) for x in t.detach().reshape(-1).tolist()]


def described(t):
    return {"shape": list(t.shape), "data": numbers(t)}


cases = []


def case(op, f, *inputs, options=None, differentiable=None):
    """One case: f of the inputs, and the gradients of the weighted sum of its output."""
    leaves = [x.clone().requires_grad_() for x in inputs]
    wanted = range(len(leaves)) if differentiable is None else differentiable
    y = f(*leaves)
    entry = {"op": op, "options": options or {}, "inputs": [described(x) for x in inputs], "output": described(y)}
    if len(wanted) > 0 and y.requires_grad:
        weights = draw(*y.shape)
        grads = torch.autograd.grad((y * weights).sum(), leaves, allow_unused=True)
        entry["weights"] = described(weights)
        entry["grads"] = [described(torch.zeros_like(x) if g is None else g) if i in wanted else None
                          for i, (x, g) in enumerate(zip(leaves, grads, strict=True))]
    cases.append(entry)


def write(name, entries):
    """Writes one entry a line."""
    OUT.mkdir(parents=True, exist_ok=True)
    text = "[\n" + ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in entries) + "\n]\n"
    (OUT / f"{name}.json").write_text(text)
    print(f"{name}: {len(entries)} cases, {len(text)} bytes (torch {torch.__version__.split('+')[0]})")
