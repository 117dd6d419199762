"""Learns which words mean something alike, for `log --lijkt-op`.

    python -m benchmarks.woorden.leren

Needs numpy and scipy (`pip install -e '.[leren]'`). It learns from what we wrote ourselves, all in
this project: rondes of students, of which those that are only measured are left out; the ideas
(`index/begrippen.txt`); and for each problem that students bring the words they use for it
(`kaarten.txt`). Words that stand together in many of them, more often than by chance (positive
pointwise mutual information), get numbers that are alike (a truncated singular value
decomposition). Writes `index/betekenissen.txt`.
"""

import base64
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds

from intervisie_cli.index import betekenis, kenmerken
from tests.index.lijkt_op.cases import BOUWEN, METEN, Ronde, elders, paren, rondes

GETALLEN = 100
# A word that stands in fewer texts is not known well enough.
_MINSTENS = 3
# A text says little of which of its words belong together; a list of words, and two texts that
# ask the same, say more.
_LIJST = 2.0
_SAMEN = 3
# The weights are whole numbers, in tenths.
_ZWAARTE = 10
KAARTEN = Path(__file__).with_name("kaarten.txt")
BEGRIPPEN = Path(kenmerken.__file__).with_name("begrippen.txt")


def texts() -> list[list[str]]:
    """The words of each ronde to learn from, and of those that ask the same, together."""
    alleen_meten = {paar.ronde.id for paar in paren(METEN)}
    alle = [
        (id_, ronde)
        for ids in (rondes(), elders())
        for id_, ronde in ids.items()
        if id_ not in alleen_meten
    ]
    los = [_whole(ronde) for _, ronde in alle]
    samen = [
        f"{_whole(ronde)} {_whole(rondes()[id_])}"
        for id_, ronde in elders().items()
        if id_ not in alleen_meten
    ]
    samen += [f"{_whole(paar.ronde)} {paar.kort} {paar.ruim}" for paar in paren(BOUWEN)]
    return [betekenis.stammen_van(tekst) for tekst in los + samen * _SAMEN]


def _whole(ronde: Ronde) -> str:
    return " ".join([ronde.hulpvraag, *ronde.verder])


def lists() -> list[list[str]]:
    """The words of each idea and each card."""
    regels = [
        regel
        for path in (BEGRIPPEN, KAARTEN)
        for regel in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        betekenis.stammen_van(regel.partition(":")[2].replace("_", " "))
        for regel in regels
    ]


def _matrix(documents: list[list[str]], vocab: dict[str, int]) -> sp.csr_matrix:
    """A row for each text; a word in a long one says less."""
    rows, cols, values = [], [], []
    for row, words in enumerate(documents):
        known = {vocab[word] for word in words if word in vocab}
        rows += [row] * len(known)
        cols += known
        values += [1 / math.sqrt(len(known))] * len(known)
    return sp.csr_matrix((values, (rows, cols)), shape=(len(documents), len(vocab)))


def learn(
    van_teksten: list[list[str]], van_lijsten: list[list[str]]
) -> Iterable[tuple[str, int, bytes]]:
    """Give each word with its weight and its direction in signed bytes; a rare word weighs more."""
    seen = Counter(word for words in van_teksten + van_lijsten for word in set(words))
    vocab = {
        word: number
        for number, word in enumerate(
            sorted(word for word, n in seen.items() if n >= _MINSTENS)
        )
    }
    of_texts, of_lists = (
        _matrix(van_teksten, vocab),
        _matrix(van_lijsten, vocab) * _LIJST,
    )
    together = (of_texts.T @ of_texts + of_lists.T @ of_lists).tocoo()
    together.sum_duplicates()  # counting orders them anew: before anything is read
    often = np.asarray(together.sum(1)).ravel()
    pmi = np.log(
        together.data * often.sum() / (often[together.row] * often[together.col])
    )
    ppmi = sp.csr_matrix(
        (np.maximum(pmi, 0), (together.row, together.col)), shape=together.shape
    )
    left, strength, _ = svds(ppmi, k=GETALLEN, v0=np.ones(len(vocab)))
    vectors = left * np.sqrt(strength)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    rare = np.array(
        [
            max(0.0, math.log((len(van_teksten) + 1) / (seen[word] + 1)))
            for word in vocab
        ]
    )
    directions = np.rint(vectors * 127).astype(np.int8)
    for word, weight, numbers in zip(
        vocab, np.rint(rare * _ZWAARTE), directions, strict=True
    ):
        yield word, int(weight), numbers.tobytes()


def main() -> None:
    """Write what was learned."""
    gezien = learn(texts(), lists())
    regels = [
        f"{word} {weight} {base64.b64encode(raw).decode()}\n"
        for word, weight, raw in gezien
        if weight
    ]
    betekenis.BESTAND.write_text("".join(regels), encoding="utf-8")
    print(f"{len(regels)} words, {betekenis.BESTAND.stat().st_size} bytes")


if __name__ == "__main__":
    main()
