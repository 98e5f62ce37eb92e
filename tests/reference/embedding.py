#!/usr/bin/python3
"""What maps of photos must give, into values/explain/embedding*: principal components by NumPy's eigh, neighbours,
affinities, gradients and the divergence of t-SNE by scikit-learn.

Needs Debian's python3-numpy and python3-sklearn (1.2.1: it uses functions that scikit-learn keeps to itself).
"""
import json

import numpy as np
from sklearn.manifold import TSNE, _t_sne
from sklearn.neighbors import NearestNeighbors

from narrow import VALUES

OUT = VALUES / "explain"
COUNT, WIDTH, CLASSES, PERPLEXITY = 240, 140, 5, 30
AXES = 8
SHOWN = [0, 57, 239]  # points whose neighbours and affinities are written


def features():
    """Whole numbers, so that no platform rounds them otherwise: five clusters, and a spectrum that falls."""
    state = np.random.RandomState(16)
    fall = 1 / (1 + 0.06 * np.arange(WIDTH))
    centres = 1200 * state.randn(CLASSES, WIDTH) * fall
    noise = 1100 * state.randn(COUNT, WIDTH) * fall
    return np.round(centres[np.arange(COUNT) % CLASSES] + noise).astype(np.int16)


def with_signs(axes):
    """The largest entry by size of each axis is positive."""
    largest = axes[np.abs(axes).argmax(0), np.arange(axes.shape[1])]
    return axes * np.sign(largest)


def main():
    small = features()
    x = small.astype(float)
    np.save(OUT / "embedding-features.npy", small)
    values, vectors = np.linalg.eigh(np.cov(x.T))
    axes = with_signs(vectors[:, ::-1][:, :20])
    projected = (x - x.mean(0)) @ axes
    np.save(OUT / "embedding-projected.npy", projected[:, :AXES])

    each = 3 * PERPLEXITY + 1
    squared = ((x[:, None] - x[None]) ** 2).sum(-1)
    ranked = np.sort(squared, 1)
    gap = ranked[:, each + 1] / ranked[:, each] - 1
    assert gap.min() > 1e-6, "the last neighbour is one of two that are as near"
    finder = NearestNeighbors(n_neighbors=each, metric="euclidean").fit(x)
    distances = finder.kneighbors_graph(mode="distance")
    distances.data **= 2
    affinities = _t_sne._joint_probabilities_nn(distances, PERPLEXITY, 0)
    affinities.sort_indices()
    dense = affinities.toarray()

    # Any positions: the first components, shrunk to where all forces count.
    positions = np.round(projected[:, :2] / 32) / 16
    condensed = _t_sne.squareform(dense, checks=False)
    exact_kl, exact = _t_sne._kl_divergence(positions.ravel(), condensed, 1, COUNT, 2)
    bh_kl, bh = _t_sne._kl_divergence_bh(positions.ravel(), affinities, 1, COUNT, 2, angle=0.5)
    np.save(OUT / "embedding-gradient.npy", exact.reshape(COUNT, 2))

    start = (projected[:, :2] / projected[:, 0].std() * 1e-4).astype(np.float32)
    tsne = TSNE(perplexity=PERPLEXITY, init=start, learning_rate="auto", n_iter=1000, n_iter_without_progress=1000,
                random_state=0).fit(x)
    # TSNE tells the divergence as its trees see it; here it is exact, on both sides.
    final_kl, _ = _t_sne._kl_divergence(tsne.embedding_.ravel().astype(float), condensed, 1, COUNT, 2)
    write = {
        "variances": values[::-1][:20].tolist(), "total": float(values.sum()),
        "nearest": {str(i): squared[i].argsort(kind="stable")[1:11].tolist() for i in SHOWN},
        "furthest": ranked[SHOWN, each].tolist(),
        "affinities": {str(i): dense[i].tolist() for i in SHOWN},
        "count": int(affinities.nnz),
        "exact_divergence": float(exact_kl), "barnes_hut_divergence": float(bh_kl),
        # How far scikit-learn's own approximation is from the exact gradient.
        "barnes_hut_error": float(np.abs(bh.reshape(COUNT, 2) - exact.reshape(COUNT, 2)).max()),
        "largest_gradient": float(np.abs(exact).max()),
        "final_divergence": float(final_kl)}
    (OUT / "embedding.json").write_text(json.dumps(write) + "\n")
    print({key: value for key, value in write.items() if not isinstance(value, (dict, list))})


if __name__ == "__main__":
    main()
