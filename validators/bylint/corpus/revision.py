"""
The files of an earlier revision, read from git without running anything that a repository may ask for.

Whoever sends a change may have a say in `.git/config` and `.gitattributes`. So nothing is asked of git but what reads
objects, none of which knows filters, text conversions, hooks, the index or pagers; a missing object is not fetched.
"""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bylint.errors import UsageError
from bylint.files import LARGEST_FILE

_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # what a partial clone lacks would be fetched, by programs that its config names
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS = 300
"""As long as git may take for one answer."""
_REGULAR = ("100644", "100755", "100664")
"""Modes of files, the last one from old repositories; links and submodules have others."""
_AT_ONCE = 64 << 20
"""Bytes that are asked for in one go."""
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_HOW = "name a branch, a tag or a commit, as in origin/master"


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit of a repository."""

    root: Path
    """The work tree."""
    commit: str
    """The full name of the commit."""

    def files(self) -> Mapping[str, str]:
        """The name of the content of every regular file, by path from the root with `/`. Raises UsageError."""
        listed = _answer(self.root, "ls-tree", "-r", "-z", "--full-tree", self.commit)
        found = {}
        for entry in filter(None, listed.split(b"\0")):
            about, _, path = entry.partition(b"\t")
            mode, _, content = about.decode("ascii").split(" ")
            if mode in _REGULAR:
                found[os.fsdecode(path)] = content
        return found

    def contents(self, names: Sequence[str]) -> Iterator[bytes]:
        """The contents of these names, in their order; nothing for one that is too large. Raises UsageError."""
        batch: list[str] = []
        size = 0
        for name, length in zip(names, self._sizes(names), strict=True):
            if length > LARGEST_FILE:
                yield from self._read(batch)
                batch, size = [], 0
                yield b""
                continue
            batch.append(name)
            size += length
            if size >= _AT_ONCE:
                yield from self._read(batch)
                batch, size = [], 0
        yield from self._read(batch)

    def _sizes(self, names: Sequence[str]) -> list[int]:
        if not names:
            return []
        lines = _answer(self.root, "cat-file", "--batch-check", given=names).decode("ascii").splitlines()
        if any(line.endswith(" missing") for line in lines) or len(lines) != len(names):
            message = f"{self.root} does not hold all files of {self.commit[:12]}"
            raise UsageError(message, "bylint fetches nothing: clone without --filter, or run git fetch --refetch")
        return [int(line.rpartition(" ")[2]) for line in lines]

    def _read(self, names: Sequence[str]) -> Iterator[bytes]:
        answer = _answer(self.root, "cat-file", "--batch", given=names) if names else b""
        at = 0
        for _ in names:
            end = answer.index(b"\n", at)
            start, length = end + 1, int(answer[at:end].rpartition(b" ")[2])
            yield answer[start : start + length]
            at = start + length + 1

    def holds(self, data: bytes | None, name: str) -> bool:
        """Whether some bytes are the content of this name."""
        if data is None:
            return False
        kind = hashlib.sha1 if len(name) == 40 else hashlib.sha256
        return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == name


def base_of(root: Path, revision: str, head: str = "HEAD") -> Revision:
    """The commit at which `head` (by default what is checked out) left a revision, as pull requests are compared.

    Raises UsageError with what to do, where there is none.
    """
    found = revision_of(root, revision)
    other = _commit(root, head)
    left = other and _run(root, "merge-base", found.commit, other).stdout.decode("ascii").strip()
    if not left:
        compared = "what is checked out" if head == "HEAD" else repr(head)
        message = f"{revision!r} and {compared} have no commit in common"
        raise UsageError(message, _hint(root) or _HOW)
    return Revision(root, left)


def revision_of(root: Path, revision: str) -> Revision:
    """The commit that a revision names. Raises UsageError with what to do, where there is none."""
    if revision.startswith("-") or not revision.strip() or not revision.isprintable():
        message = f"{revision!r} is no revision"
        raise UsageError(message, _HOW)
    if not (root / ".git").exists():
        message = f"{root} is in no git repository"
        raise UsageError(message, "go to a folder inside of one")
    hint = _hint(root)
    found = _commit(root, revision)
    if found is None:
        message = f"there is no revision {revision!r} in {root}"
        raise UsageError(message, hint or f"fetch it, or {_HOW}")
    return Revision(root, found)


def _hint(root: Path) -> str:
    """What to do where history is missing because the clone has only the end of it."""
    shallow = _answer(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    return (
        "this clone is shallow: run git fetch --unshallow, or set fetch-depth: 0 in actions/checkout" if shallow else ""
    )


def _commit(root: Path, revision: str) -> str | None:
    done = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = done.stdout.decode("ascii").strip()
    return found if _COMMIT.fullmatch(found) else None


def _answer(root: Path, *arguments: str, given: Sequence[str] = ()) -> bytes:
    """What git says on standard output. Raises UsageError where it fails."""
    done = _run(root, *arguments, given=given)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
        message = f"git cannot read {root}: {said[:200]}"
        raise UsageError(message, "see: git status")
    return done.stdout


def _run(root: Path, *arguments: str, given: Sequence[str] = ()) -> "subprocess.CompletedProcess[bytes]":
    git = shutil.which("git")
    if git is None or not Path(git).is_absolute():  # never a program that lies in the working directory
        message = "this needs git, which is not installed"
        raise UsageError(message, "install it, or run bylint without a revision")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.run(  # noqa: S603 - a fixed program without a shell, and a revision that is no option
            [git, *_OPTIONS, *arguments],
            cwd=root,
            env={**kept, **_ENVIRONMENT, "GIT_CEILING_DIRECTORIES": str(root.parent)},
            input="".join(f"{name}\n" for name in given).encode("ascii"),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"git does not answer in {root}"
        raise UsageError(message, "see: git status") from error
