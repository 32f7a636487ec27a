"""People and organizations as a spaCy pipeline tells them; for `bench.statistical`, which starts it with the Python that has spaCy.

It stands alone: nothing of Parley, nothing beyond spaCy and its model. Standard input holds lines `{"path": …, "text": …}`, standard
output the same paths with `people` and `organizations`, and then one line about the model and the time it took on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # one core, as the engine has


def main(model: str) -> None:
    """Read everything once for warming up, then once for the time."""
    from time import process_time

    import spacy

    pipeline = spacy.load(model, exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])  # names need none of them
    releases = [json.loads(line) for line in sys.stdin]
    texts = [release["text"] for release in releases]
    list(pipeline.pipe(texts))
    start = process_time()
    documents = list(pipeline.pipe(texts))
    seconds = process_time() - start
    for release, document in zip(releases, documents, strict=True):
        people = _joined(entity.text for entity in document.ents if entity.label_ == "PERSON")
        bodies = dict.fromkeys(_plain(entity.text) for entity in document.ents if entity.label_ == "ORG")
        found = {"people": [{"name": name} for name in people], "organizations": [{"name": name} for name in bodies if name]}
        print(json.dumps({"path": release["path"], **found}))
    print(json.dumps({"model": f"{model} {pipeline.meta['version']}", "spaCy": spacy.__version__, "seconds": seconds}))


def _joined(names: Iterable[str]) -> list[str]:
    """Each person once, by the longest form: "Kim" is left out beside "Kim Yong-hyun", which no pipeline does by itself."""
    plain = sorted({_plain(name) for name in names} - {""}, key=len, reverse=True)
    kept: list[str] = []
    for name in plain:
        words = name.casefold().split()
        if not any(_within(words, other.casefold().split()) for other in kept):
            kept.append(name)
    return kept


def _within(words: list[str], longer: list[str]) -> bool:
    return any(longer[at : at + len(words)] == words for at in range(len(longer) - len(words) + 1))


def _plain(name: str) -> str:
    text = " ".join(name.split())
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return text.removeprefix("the ").removeprefix("The ").strip(" ,.;:“”\"'’")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="spacy_names.py", description=__doc__)
    parser.add_argument("model", help="name of the spaCy model")
    main(parser.parse_args().model)
