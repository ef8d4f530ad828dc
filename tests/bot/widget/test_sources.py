"""What a page with a strict content security policy, and a reader of the code, may rely on."""

import re

FORBIDDEN = re.compile(
    r"innerHTML|unsafeHTML|unsafeSVG|\beval\(|new Function|document\.write|\sstyle=|styleMap"
)


def test_nothing_is_shown_but_as_text(sources: dict[str, str]) -> None:
    assert [name for name, source in sources.items() if FORBIDDEN.search(source)] == []


def test_a_file_is_one_idea(sources: dict[str, str]) -> None:
    lengths = sorted(len(source.splitlines()) for source in sources.values())
    assert lengths[-1] <= 250
    assert lengths[len(lengths) // 2] < 100
