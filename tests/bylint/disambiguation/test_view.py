"""The view that checks ask for."""

import inspect
import subprocess
import sys
from dataclasses import replace

from bylint import Corpus, Disambiguation
from bylint.disambiguation.core import Core
from bylint.disambiguation.divided import Divided
from bylint.disambiguation.model import shipped
from bylint.disambiguation.page_pairs import PagePairs
from bylint.testing import corpus, paper

PARTS = (Core, Divided, PagePairs)
"""Who answers; the rivals of a page are a part of the core by themselves."""


def test_the_core_is_made_once() -> None:
    """Every view of one corpus answers from the same judgements."""
    found = corpus(paper("Wei Wang"))
    assert Disambiguation(found)._core is Disambiguation(found)._core
    assert isinstance(Disambiguation(found)._core, Core)


def test_every_answer_is_the_cores() -> None:
    """What the view offers a part of the core has, by the same name and with the same parameters."""
    for name, offered in inspect.getmembers(Disambiguation, inspect.isfunction):
        if not name.startswith("_"):
            part, has = next((one, inspect.getattr_static(one, name)) for one in PARTS if hasattr(one, name))
            if inspect.isfunction(has):
                assert list(inspect.signature(has).parameters) == list(inspect.signature(offered).parameters), (
                    part,
                    name,
                )


def test_a_model_of_ones_own_is_asked() -> None:
    """A corpus can bring its model; the shipped one answers for all others."""
    sure = replace(shipped().prior_mixed, constant=40.0)
    papers = [paper("Wei Wang"), paper("Wei Wang")]
    usual, own = Corpus(papers), Corpus(papers, model=replace(shipped(), prior_mixed=sure))
    confidences = [Disambiguation(one).partition(one.pages["wei-wang/unverified"]).confidence for one in (usual, own)]
    assert confidences[0] < 0.1
    assert confidences[1] > 0.9


def test_numpy_waits_until_somebody_asks() -> None:
    """To name the view costs nothing."""
    code = (
        "import sys; from bylint import Disambiguation, Corpus; Disambiguation(Corpus()); print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_nobody_has_a_rival_where_nothing_says_who_is_who() -> None:
    """Without an id in any byline the question for rivals is answered from the records, with nothing made for it."""
    papers = corpus(paper("Wei Liu", "Bo Li"), paper("Wei Liu", "Cy Nib"))
    view = Disambiguation(papers)
    assert [view.rivals(page) for page in papers.pages.values()] == [()] * 3
    assert "_core" not in vars(view)
