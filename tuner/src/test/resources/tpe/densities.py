"""The densities of ParzenTest, by numpy and scipy: Bergstra et al. 2011, section 4. python densities.py > densities.csv"""
import numpy as np
from math import erf

def cdf(z): return 0.5 * (1 + np.vectorize(erf)(z / np.sqrt(2)))

def density(lo, hi, points, x):
    prior = lo + (hi - lo) / 2
    order = np.argsort(np.append(points, prior), kind="stable")
    mu = np.append(points, prior)[order]
    gaps = np.diff(np.concatenate([[lo], mu, [hi]]))
    sigma = np.clip(np.maximum(gaps[:-1], gaps[1:]), (hi - lo) / min(100, len(mu) + 1), hi - lo)
    sigma[order == len(points)] = hi - lo
    z = (x - mu) / sigma
    inside = cdf((hi - mu) / sigma) - cdf((lo - mu) / sigma)
    return np.mean(np.exp(-z * z / 2) / (np.sqrt(2 * np.pi) * sigma * inside))

rng = np.random.default_rng(7)
for n in [0, 1, 2, 5, 20, 200]:
    for lo, hi in [(0.0, 0.7), (-11.5, -6.9), (100.0, 101.0)]:
        points = rng.uniform(lo, hi, n)
        for x in [lo, hi, *rng.uniform(lo, hi, 3)]:
            print(f"{lo!r},{hi!r},{float(x)!r},{float(density(lo, hi, points, x))!r}," + ";".join(repr(float(p)) for p in points))
