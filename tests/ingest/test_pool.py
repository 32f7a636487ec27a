"""Processes that read for a run, of which one is gone all of a sudden."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import psutil
import pytest
from django.test import override_settings

from ingest.extraction import Unreadable, Written
from ingest.files import Source
from ingest.pool import Pool
from tests.ingest.test_ingest_command import release


@pytest.mark.slow
@override_settings(READING_NICE=3)
def test_what_a_process_had_in_hand_when_it_was_killed_is_read_all_the_same() -> None:
    sources = [Source(Path(f"{number}.txt"), release(number).encode()) for number in range(10)]
    with Pool(1) as pool:
        asked = pool.read(sources[:5])
        for process in multiprocessing.active_children():
            process.kill()
        first = [pool.result(one) for one in asked]
        later = [pool.result(one) for one in pool.read([*sources[5:], Source(Path("nowhere.txt"))])]
        reading = [psutil.Process(process.pid).nice() for process in multiprocessing.active_children()]
    assert set(reading) == {min(os.nice(0) + 3, 19)}, "pages of a site on this machine go first"
    *read, missing = first + later
    assert isinstance(missing, Unreadable)
    assert "no such file" in missing.reason
    assert [one.path for one in read] == [source.path for source in sources]
    assert not any(isinstance(one, Unreadable) for one in read)
    assert isinstance(later[0], Written)
