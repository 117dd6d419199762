"""A shared place over a folder, ssh and http on loopback, for what is measured over each."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from tests.net.http_place import HttpPlace
from tests.net.race import own_world
from tests.net.ssh_place import SSHD, SshPlace

WAYS = ("file", "ssh", "http")


@contextmanager
def reached(folder: Path, over: str) -> Iterator[Callable[[], str]]:
    """Give how to make the address of the place `groep.git` in *folder*."""
    place = folder / "groep.git"
    with ExitStack() as stack:
        url: Callable[[], str] = partial(str, place)
        if over == "http":
            url = stack.enter_context(HttpPlace(folder)).url
        if over == "ssh":
            ssh = stack.enter_context(SshPlace(folder / "ssh"))
            (folder / "home/gitconfig").open("a").write(ssh.setting)
            url = partial(ssh.url, place)
        yield url


def print_table(
    head: list[str], folder: Path, measure: Callable[[Path, str], list[str]]
) -> None:
    """Measure over each way, in a world of its own in *folder*, and print a row for each."""
    print("| " + " | ".join(head) + " |\n|" + " --- |" * len(head))
    for over in WAYS:
        if over == "ssh" and not SSHD:
            print(
                "There is no sshd here: nothing is measured over ssh.", file=sys.stderr
            )
            continue
        own = folder / over
        own_world(own / "home")
        os.environ.pop("PYTHONPATH")  # what is installed is what is measured
        print("| " + " | ".join(measure(own, over)) + " |", flush=True)
