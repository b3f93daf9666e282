"""
How fast a file of XML is read as a stream, and in how much memory.

    python tests/benchmarks/read_stream.py FILE [--times 1 100 1000]

What stands inside the root of the file is given so many times, each in a process of its own, from an open file that is
never whole. Seconds are of the processor, memory is the most that the process had.
"""

import argparse
import io
import re
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bylint.loaders._xml_heads import root_of
from bylint.plugins import Plugins


class Repeated(io.RawIOBase):
    """A file whose inside comes several times."""

    def __init__(self, data: bytes, times: int) -> None:
        """`data` is the file as it is."""
        root = re.escape(root_of(data[:4096]).encode())
        begin = re.search(rb"<(?:[\w.-]+:)?%s(?=[\s/>])[^>]*>" % root, data)
        end = re.search(rb"</(?:[\w.-]+:)?%s\s*>\s*\Z" % root, data)
        if begin is None or end is None:
            message = "the file is not whole"
            raise ValueError(message)
        self._parts = self._pieces(data, begin.end(), end.start(), times)
        self._left = b""

    @staticmethod
    def _pieces(data: bytes, begin: int, end: int, times: int) -> Iterator[bytes]:
        yield data[:begin]
        for _ in range(times):
            yield data[begin:end]
        yield data[end:]

    def read(self, size: int = -1) -> bytes:
        """Some more of it."""
        while len(self._left) < size and (part := next(self._parts, b"")):
            self._left += part
        given, self._left = self._left[:size], self._left[size:]
        return given


def read(path: Path, times: int) -> str:
    """The row of a file that comes so many times."""
    data = path.read_bytes()
    fitting = (one for one in Plugins().loaders if path.name.endswith(one.endings))
    loader = next(one for one in fitting if one.recognises(path.name, data[:4096]))
    if loader.stream is None:
        return f"| {path.name} | {loader.name} is no stream |"
    begin = time.process_time()
    records = sum(1 for _ in loader.stream(path.name, Repeated(data, times)))  # type: ignore[arg-type]
    seconds = time.process_time() - begin
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = len(data) * times / 1e6
    return f"| {path.name} | {size:.1f} | {records} | {seconds:.1f} | {records / seconds:.0f} | {megabytes:.0f} |"


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 100, 1000])
    arguments = parser.parse_args()
    print("| file | MB | records | seconds | records a second | memory, MB |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- |")  # noqa: T201
    for times in arguments.times:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            print(pool.submit(read, arguments.file, times).result())  # noqa: T201


if __name__ == "__main__":
    main()
