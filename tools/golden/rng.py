"""Writes lib/test/golden/rng.json: the random stream, by a second implementation (python tools/golden/rng.py).

sfc32 in Python's integers; normal numbers by the standard library's inverse normal distribution.
"""

import json
from pathlib import Path
from statistics import NormalDist

OUT = Path(__file__).resolve().parents[2] / "lib/test/golden/rng.json"
MASK = 0xFFFFFFFF


class Stream:
    def __init__(self, seed):
        self.a, self.b, self.c, self.counter = seed & MASK, (seed >> 32) & MASK, 0, 1
        for _ in range(15):
            self.bits()

    def bits(self):
        total = (self.a + self.b + self.counter) & MASK
        self.counter = (self.counter + 1) & MASK
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & MASK
        self.c = (((self.c << 21) | (self.c >> 11)) + total) & MASK
        return total

    def uniform(self):
        return ((self.bits() >> 5) * 2**26 + (self.bits() >> 6)) / 2**53

    def normal(self):
        return NormalDist().inv_cdf(((self.bits() >> 6) * 2**26 + (self.bits() >> 6) + 0.5) / 2**52)


def entry(seed):
    return {
        "seed": seed,
        "bits": [s.bits() for s in [Stream(seed)] for _ in range(5)],
        "uniform": [s.uniform() for s in [Stream(seed)] for _ in range(5)],
        "normal": [s.normal() for s in [Stream(seed)] for _ in range(40)],
    }


QUANTILES = [1e-300, 1e-30, 1e-12, 1e-6, 0.01, 0.07, 0.074, 0.076, 0.3, 0.5, 0.7, 0.924, 0.926, 0.99, 1 - 1e-12]
text = {
    "streams": [entry(seed) for seed in (0, 1, -1, 7, 2026, 2**32, 2**53 - 1)],
    "quantiles": [[p, NormalDist().inv_cdf(p)] for p in QUANTILES],
}
OUT.write_text(json.dumps(text, separators=(",", ":")).replace('{"seed"', '\n{"seed"') + "\n")
print(f"{len(text['streams'])} streams, {OUT.stat().st_size} bytes")
