"""Writes lib/test/golden/layers.json: movement along axes, layers and losses, computed by PyTorch in float64.

Run like golden.py, with the same Python.
"""

import torch
import torch.nn.functional as F

from cases import apart, case, cases, draw, write

# Movement along axes.
case("squeeze", lambda x: x.squeeze(), draw(2, 1, 3, 1))
case("squeeze", lambda x: x.squeeze(1), draw(2, 1, 3, 1), options={"axes": [1]})
for axis in (0, 1, -1):
    case("unsqueeze", lambda x: x.unsqueeze(axis), draw(2, 3), options={"axis": axis})
for source, to in ((0, 2), (2, 0), (-1, 1), (1, 1)):
    case("moveAxis", lambda x: x.movedim(source, to), draw(2, 3, 4), options={"from": source, "to": to})
for piece in (0, 2):
    case("chunk", lambda x: x.chunk(3, 1)[piece], draw(2, 6), options={"pieces": 3, "piece": piece, "axis": 1})
    case("chunk", lambda x: x.split([1, 0, 3])[piece], draw(4, 2), options={"pieces": [1, 0, 3], "piece": piece})
case("take", lambda x: x[[2, 0, 2]], draw(3, 2), options={"rows": [2, 0, 2]})
case("take", lambda x: x[:, [2, 0, 2, 1]], draw(2, 3, 2), options={"rows": [2, 0, 2, 1], "axis": 1})
case("take", lambda x: x[..., [1]], draw(2, 3, 2), options={"rows": [1], "axis": -1})
for axis, shape in ((0, (2, 3, 4)), (1, (2, 5, 4)), (-1, (2, 3, 2))):
    size = [2, 3, 4]
    rows = torch.randint(0, size[axis], shape, generator=torch.Generator().manual_seed(axis + 5))
    case("takeAlong", lambda x: x.gather(axis, rows), draw(2, 3, 4), options={"rows": rows.flatten().tolist(), "axis": axis})
for axes in ([0], [-1], [0, 2]):
    case("flip", lambda x: x.flip(axes), draw(2, 3, 4), options={"axes": axes})
case("flip", lambda x: x.flip([0, 1]), draw(2, 3))
for counts in ([2, 3], [1, 2], [0, 2]):
    case("tile", lambda x: x.repeat(counts), draw(2, 3), options={"counts": counts})
for shape, axis in (((2, 5), -1), ((3, 2), 0), ((2, 8, 3), 1), ((2, 1), 1), ((0, 3), 0), ((2, 0), 1)):
    case("cumsum", lambda x: x.cumsum(axis), draw(*shape), options={"axis": axis})
missing = torch.tensor([2.0, float("nan"), -float("inf"), 1.0, float("inf"), 1.0])
for axis in (-1, 0, 1):
    for down in (False, True):
        options = {"axis": axis, "descending": down}
        for x in (apart(2, 3, 4), draw(2, 4, 3).round()):
            case("sort", lambda x: x.sort(dim=axis, descending=down, stable=True)[0], x, options=options)
            case("sortPositions", lambda x: x.sort(dim=axis, descending=down, stable=True)[1].double(), x, options=options,
                 differentiable=[])
    case("topk", lambda x: x.topk(2, axis)[0], apart(2, 3, 4), options={"k": 2, "axis": axis})
    case("topkPositions", lambda x: x.topk(2, axis)[1].double(), apart(2, 3, 4), options={"k": 2, "axis": axis},
         differentiable=[])
for down in (False, True):
    case("sort", lambda x: x.sort(dim=-1, descending=down, stable=True)[0], missing, options={"descending": down}, differentiable=[])

write("layers", cases)
