"""The garbage collector, kept from walking records that never are garbage."""

import contextlib
import gc

import pytest

from bylint.corpus.collector import collector_at_rest


@pytest.mark.parametrize("was_on", [True, False])
def test_collector_rests_and_is_left_as_it_was(was_on: bool) -> None:
    """Inside, the collector is off; afterwards it is what it was before, after an error too."""
    try:
        (gc.enable if was_on else gc.disable)()
        with contextlib.suppress(KeyError), collector_at_rest():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
