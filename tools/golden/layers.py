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

# Convolution and pooling.
for x, W, options in [
    ((1, 1, 4, 4), (1, 1, 3, 3), {}),
    ((2, 3, 5, 6), (4, 3, 3, 2), {"stride": [2, 1], "pad": [1, 2]}),
    ((1, 2, 7, 6), (2, 2, 2, 3), {"dilation": [3, 2], "stride": [1, 2]}),
    ((2, 4, 4, 4), (6, 2, 3, 3), {"groups": 2, "pad": [1, 1]}),
    ((2, 3, 4, 5), (3, 1, 3, 3), {"groups": 3, "pad": [1, 1]}),
    ((2, 3, 3, 3), (5, 3, 1, 1), {}),
]:
    given = {"stride": options.get("stride", 1), "dilation": options.get("dilation", 1),
             "padding": options.get("pad", 0), "groups": options.get("groups", 1)}
    case("conv2d", lambda x, W, b: F.conv2d(x, W, b, **given), draw(*x), draw(*W), draw(W[0]), options=options)
    case("conv2d", lambda x, W: F.conv2d(x, W, **given), draw(*x), draw(*W), options=options)
top, bottom, left, right = 0, 1, 2, 1
case("conv2d", lambda x, W: F.conv2d(F.pad(x, (left, right, top, bottom)), W), draw(1, 2, 3, 3), draw(2, 2, 2, 2),
     options={"pad": [top, bottom, left, right]})
for x, W, options in [((1, 1, 5), (1, 1, 2), {}), ((2, 4, 7), (6, 2, 3), {"step": 2, "ends": 1, "groups": 2}),
                      ((2, 2, 6), (3, 2, 2), {"gap": 2, "ends": 2})]:
    given = {"stride": options.get("step", 1), "dilation": options.get("gap", 1), "padding": options.get("ends", 0),
             "groups": options.get("groups", 1)}
    case("conv1d", lambda x, W, b: F.conv1d(x, W, b, **given), draw(*x), draw(*W), draw(W[0]), options=options)
case("conv1d", lambda x, W: F.conv1d(F.pad(x, (4, 0)), W, dilation=2), draw(1, 2, 6), draw(2, 2, 3),
     options={"gap": 2, "ends": [4, 0]})
for x, W, options in [
    ((1, 1, 2, 2), (1, 1, 2, 2), {}),
    ((2, 3, 3, 2), (3, 4, 3, 3), {"stride": [2, 2], "pad": [1, 1], "outputPad": [1, 1]}),
    ((2, 4, 2, 3), (4, 3, 2, 3), {"groups": 2, "stride": [3, 2], "outputPad": [2, 0]}),
    ((1, 2, 3, 3), (2, 2, 2, 2), {"dilation": [2, 1], "pad": [1, 0]}),
]:
    given = {"stride": options.get("stride", 1), "dilation": options.get("dilation", 1),
             "padding": options.get("pad", 0), "groups": options.get("groups", 1),
             "output_padding": options.get("outputPad", 0)}
    channels = W[1] * options.get("groups", 1)
    case("convTranspose2d", lambda x, W, b: F.conv_transpose2d(x, W, b, **given), draw(*x), draw(*W), draw(channels),
         options=options)
for shape, options in [((1, 1, 4, 4), {"size": [2, 2]}), ((2, 3, 5, 6), {"size": [3, 3], "stride": [2, 1], "pad": [1, 1]}),
                       ((1, 2, 6, 5), {"size": [2, 3], "pad": [1, 0]})]:
    given = {"kernel_size": options["size"], "stride": options.get("stride"), "padding": options.get("pad", 0)}
    case("maxPool2d", lambda x: F.max_pool2d(x, **given), apart(*shape), options=options)
    case("maxPool2d", lambda x: F.max_pool2d(x, **given), -apart(*shape) - 20, options=options)
    case("avgPool2d", lambda x: F.avg_pool2d(x, **given), draw(*shape), options=options)
case("maxPool2d", lambda x: F.max_pool2d(x, 2, 1, dilation=2), apart(1, 1, 4, 5),
     options={"size": [2, 2], "stride": [1, 1], "dilation": [2, 2]})
case("globalAveragePool", lambda x: F.adaptive_avg_pool2d(x, 1).flatten(1), draw(2, 3, 4, 5))

# Normalisation.
for shape in ((2, 4), (3, 2, 5), (2, 7), (2, 8)):
    C = shape[-1]
    case("layerNorm", lambda x, a, b: F.layer_norm(x, [C], a, b), draw(*shape), draw(C), draw(C))
    case("layerNorm", lambda x, a, b: F.layer_norm(x, [C], a, b, eps=0.5), draw(*shape), draw(C), draw(C), options={"eps": 0.5})
    case("rmsNorm", lambda x, a: F.rms_norm(x, [C], a, eps=1e-5), draw(*shape), draw(C))
    case("rmsNorm", lambda x, a: F.rms_norm(x, [C], a, eps=0.5), draw(*shape), draw(C), options={"eps": 0.5})
for shape, groups in (((2, 4, 3), 2), ((2, 4, 2, 2), 1), ((2, 3, 2, 2), 3), ((1, 4), 2)):
    C = shape[1]
    case("groupNorm", lambda x, a, b: F.group_norm(x, groups, a, b), draw(*shape), draw(C), draw(C), options={"groups": groups})
case("groupNorm", lambda x, a, b: F.group_norm(x, 2, a, b, eps=0.5), draw(2, 4, 3), draw(4), draw(4),
     options={"groups": 2, "eps": 0.5})
case("instanceNorm", lambda x, a, b: F.instance_norm(x, weight=a, bias=b), draw(2, 3, 4, 2), draw(3), draw(3))
for shape in ((4, 3), (3, 2, 4), (2, 3, 2, 3)):
    C = shape[1]
    vectors = (draw(C), draw(C), draw(C), draw(C, low=0.25, high=2))
    batch = draw(*shape)
    case("batchNorm", lambda x, a, b, m, v: F.batch_norm(x, m.detach(), v.detach(), a, b, training=True), batch, *vectors)
    case("batchNorm", lambda x, a, b, m, v: (x.transpose(1, -1) - m).div((v + 1e-5).sqrt()).mul(a).add(b).transpose(1, -1),
         batch, *vectors, options={"training": False})
    case("batchNorm", lambda x, a, b, m, v: F.batch_norm(x, m.detach(), v.detach(), a, b, training=False), batch, *vectors,
         options={"training": False}, differentiable=[])
    for momentum in (0.1, 0.5):
        def statistics(x, m, v):
            m, v = m.detach().clone(), v.detach().clone()
            F.batch_norm(x, m, v, training=True, momentum=momentum)
            return torch.stack([m, v])
        case("runningStatistics", statistics, batch, *vectors[2:], options={"momentum": momentum}, differentiable=[])

# Embedding, attention, recurrent cells.
case("embedding", lambda t: F.embedding(torch.tensor([[1, 0, 1], [3, 2, 1]]), t), draw(4, 3),
     options={"rows": [1, 0, 1, 3, 2, 1], "shape": [2, 3]})
case("embedding", lambda t: F.embedding(torch.tensor([1, 0]), t), draw(4, 3), options={"rows": [1, 0]})
attend = F.scaled_dot_product_attention
case("scaledDotProductAttention", attend, draw(2, 3, 4), draw(2, 5, 4), draw(2, 5, 3))
case("scaledDotProductAttention", lambda q, k, v: attend(q, k, v, is_causal=True), draw(2, 2, 4, 3), draw(2, 2, 4, 3),
     draw(2, 2, 4, 3), options={"causal": True})
case("scaledDotProductAttention", lambda q, k, v, mask: attend(q, k, v, attn_mask=mask), draw(2, 3), draw(4, 3), draw(4, 2),
     draw(2, 4))
late = torch.zeros(2, 4).masked_fill(torch.ones(2, 4).triu(3) == 1, -float("inf"))
case("scaledDotProductAttention", lambda q, k, v: attend(q, k, v, attn_mask=late), draw(2, 3), draw(4, 3), draw(4, 2),
     options={"causal": True})


def in_heads(q, k, v, heads, causal=False):
    q, k, v = (x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (q, k, v))
    return attend(q, k, v, is_causal=causal).transpose(1, 2).flatten(2)


case("multiHeadAttention", lambda q, k, v: in_heads(q, k, v, 2), draw(2, 3, 4), draw(2, 5, 4), draw(2, 5, 6), options={"heads": 2})
case("multiHeadAttention", lambda q, k, v: in_heads(q, k, v, 3, True), draw(1, 4, 6), draw(1, 4, 6), draw(1, 4, 6),
     options={"heads": 3, "causal": True})
B, D, H = 3, 4, 2
none = {gates: torch.zeros(gates * H) for gates in (1, 4)}
case("rnnCell", lambda x, h, Wx, Wh, b: torch._VF.rnn_tanh_cell(x, h, Wx.T, Wh.T, b, none[1]), draw(B, D), draw(B, H),
     draw(D, H), draw(H, H), draw(H))
case("lstmCell", lambda x, h, c, Wx, Wh, b: torch.cat(torch._VF.lstm_cell(x, (h, c), Wx.T, Wh.T, b, none[4]), 1), draw(B, D),
     draw(B, H), draw(B, H), draw(D, 4 * H), draw(H, 4 * H), draw(4 * H))
case("gruCell", lambda x, h, Wx, Wh, b, bh: torch._VF.gru_cell(x, h, Wx.T, Wh.T, b, bh), draw(B, D), draw(B, H),
     draw(D, 3 * H), draw(H, 3 * H), draw(3 * H), draw(3 * H))

# Losses.
labels = [1, 0, 3]
wanted = torch.tensor(labels)
right = lambda x: x.gather(1, wanted[:, None])
chances = lambda *shape: torch.tensor([[0.5, 0.25, 0.125, 0.125], [0.25, 0.5, 0.0, 0.25], [0.0, 0.0, 1.0, 0.0]])[:shape[0]]
divergence = lambda p, q: (torch.xlogy(p, p) - torch.xlogy(p, q)).sum(-1).mean()  # 0 log 0 = 0, also where q is 0
case("negativeLogLikelihood", lambda x: F.nll_loss(x, wanted), draw(3, 4), options={"labels": labels})
case("softCrossEntropy", F.cross_entropy, draw(3, 4, low=-6, high=6), chances(3))
case("softCrossEntropy", lambda z, t: F.cross_entropy(z.reshape(6, 2), t.reshape(6, 2)), draw(2, 3, 2), draw(2, 3, 2, low=0, high=1))
for by in (0.1, 0.5, 0.0):
    case("smoothedCrossEntropy", lambda z: F.cross_entropy(z, wanted, label_smoothing=by), draw(3, 4, low=-6, high=6),
         options={"labels": labels, "by": by})
case("klDivergence", lambda p, q: F.kl_div(q.log(), p, reduction="batchmean"), draw(3, 4, low=0.125, high=1), draw(3, 4, low=0.125, high=1))
case("klDivergence", divergence, chances(3), chances(3), differentiable=[])
case("klDivergence", divergence, chances(2), chances(2).flip(1), differentiable=[])
for gamma in (0, 0.5, 2):
    case("focalLoss", lambda z: -((1 - right(z.softmax(1))) ** gamma * right(z.log_softmax(1))).mean(), draw(3, 4, low=-4, high=4),
         options={"labels": labels, "gamma": gamma})
for q in (0.25, 1):
    case("generalizedCrossEntropy", lambda z: ((1 - right(z.softmax(1)) ** q) / q).mean(), draw(3, 4, low=-4, high=4),
         options={"labels": labels, "q": q})
for delta in (1, 0.5, 2):
    case("huberLoss", lambda y, t: F.huber_loss(y, t, delta=delta), draw(3, 4, low=-4, high=4), draw(3, 4), options={"delta": delta})
signs = torch.tensor([1.0, -1.0, -1.0, 1.0])
case("hingeLoss", lambda s: (1 - s * signs).clamp(min=0).mean(), torch.tensor([2.0, -0.5, 0.25, -3.0]), options={"labels": signs.tolist()})

# Small additions stand at the end, so that the numbers drawn above stay the same.
for axes in (None, [0], [-1, 0]):
    for keep in (False, True):
        dim = tuple(range(2)) if axes is None else tuple(axes)
        case("std", lambda x: x.std(dim, correction=1, keepdim=keep), draw(3, 4), options={"axes": axes, "keep": keep, "correction": 1})
case("std", lambda x: x.std(correction=0), draw(2, 3))
case("std", lambda x: x.std(1, correction=0), torch.tensor([[1.5, 1.5, 1.5], [2.0, -2.0, 0.0]]), options={"axes": [1]})
case("flatten", lambda x: x.flatten(1), draw(2, 3, 2, 2))
case("flatten", lambda x: x[:, None], draw(3))
case("flatten", lambda x: x.flatten(1), draw(0, 3, 2))
case("prelu", F.prelu, apart(2, 3, 2), draw(3))
case("prelu", F.prelu, apart(4, 3), draw(3))
case("prelu", lambda x, s: F.prelu(x, s[None]), apart(2, 3), draw())
case("selu", F.selu, apart(3, 4) * 4)
case("maxPool1d", lambda x: F.max_pool1d(x, 3, 2, 1), apart(2, 3, 8), options={"length": 3, "step": 2, "ends": 1})
case("maxPool1d", lambda x: F.max_pool1d(x, 2, dilation=2), -apart(1, 2, 7) - 9, options={"length": 2, "gap": 2})
case("avgPool1d", lambda x: F.avg_pool1d(x, 3, 2, 1), draw(2, 3, 8), options={"length": 3, "step": 2, "ends": 1})
case("avgPool1d", lambda x: F.avg_pool1d(x, 2), draw(1, 2, 7), options={"length": 2})
case("globalMaxPool", lambda x: F.adaptive_max_pool2d(x, 1).flatten(1), apart(2, 3, 4, 5))
case("globalMaxPool", lambda x: x.amax((2, 3)), -apart(2, 2, 3, 2) - 20)
for x, W, options in [((2, 3, 4), (3, 2, 3), {"step": 2, "ends": 1, "extra": 1}), ((1, 4, 3), (4, 3, 2), {"gap": 2, "groups": 2})]:
    given = {"stride": options.get("step", 1), "dilation": options.get("gap", 1), "padding": options.get("ends", 0),
             "groups": options.get("groups", 1), "output_padding": options.get("extra", 0)}
    case("convTranspose1d", lambda x, W, b: F.conv_transpose1d(x, W, b, **given), draw(*x), draw(*W),
         draw(W[1] * options.get("groups", 1)), options=options)
case("generalizedCrossEntropy", lambda z: ((1 - right(z.softmax(1)).clamp(min=0.25) ** 0.5) / 0.5).mean(), draw(3, 4, low=-4, high=4),
     options={"labels": labels, "q": 0.5, "least": 0.25})

write("layers", cases)
