"""Exchanges files with the safetensors package of Python.

    /tmp/golden/bin/pip install safetensors==0.8.0
    /tmp/golden/bin/python tools/golden/safetensors_file.py           writes lib/test/golden/*.safetensors
    /tmp/golden/bin/python tools/golden/safetensors_file.py FILE      prints what Python reads in FILE
"""

import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

OUT = Path(__file__).resolve().parents[2] / "lib/test/golden"

if len(sys.argv) > 1:
    for name, x in sorted(load_file(sys.argv[1]).items()):
        print(name, x.dtype, list(x.shape), x.reshape(-1).tolist())
else:
    tensors = {
        "0.W": np.arange(6, dtype=np.float32).reshape(3, 2) / 4 - 0.5,
        "0.b": np.array([1e-30, -3.5], dtype=np.float32),
        "double": np.array([[np.pi]], dtype=np.float64),
        "counts": np.array([-7, 2**20], dtype=np.int32),
        "bytes": np.array([0, 255], dtype=np.uint8),
        "scalar": np.array(2.5, dtype=np.float32),
        "empty": np.zeros((0, 3), dtype=np.float32),
    }
    save_file(tensors, OUT / "python.safetensors", metadata={"made by": "tools/golden/safetensors_file.py"})
    save_file({name: tensors[name] for name in ("0.W", "0.b", "empty", "scalar")}, OUT / "float32.safetensors")
