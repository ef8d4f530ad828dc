"""A Babel extractor for the responses of domain.yml, and the template (bot.pot) made with it.

The widget's texts are written in the same shape and go into the same template.

The response's name is the gettext context of its text, its plural and its buttons' titles. YAML
comments above a response that begin with `Translators:` go with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract

from bot.nlg.responses import Response, read_responses
from bot.nlg.template import placeholders

COMMENT_TAG = "Translators:"
# Below the folder of domain.yml.
OTHER_TEXTS = (
    "bot/widget/texts.yml",
    "bot/channels/messaging/texts.yml",
    "bot/channels/messaging/labels.yml",
    "bot/handoff/notices.yml",
    "bot/handoff/form/texts.yml",
    "bot/handoff/chatwoot/texts.yml",
    "bot/desk/replies.yml",
    "bot/desk/texts.yml",
    "bot/channels/messaging/sign_in.yml",
)

_METHOD = f"{__name__}:extract_domain"
_HEADER = """\
# What Prorata says: the English texts of domain.yml and of the widget.
# Made by "make i18n"; translate locales/*/LC_MESSAGES/bot.po (docs/translating.md)."""

Extracted = tuple[int, str, tuple[str, ...], list[str]]


def extract_domain(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Extracted]:
    """What https://babel.pocoo.org/en/latest/messages.html#writing-extraction-methods asks for.

    Raises InvalidResponse for a response that cannot be translated, ValueError for a stray brace.
    """
    source = fileobj.read().decode("utf-8")
    responses = read_responses((yaml.safe_load(source) or {}).get("responses") or {})
    lines = _lines_of_responses(source)
    for name, response in responses.items():
        remarks = _comments_above(source.splitlines(), lines[name], comment_tags)
        for texts in _translatable(response):
            function = "pgettext" if len(texts) == 1 else "npgettext"
            yield lines[name] + 1, function, (name, *texts), remarks + _placeholder_remark(texts)


def text_files(domain: Path) -> list[Path]:
    """domain.yml, and those of the other files that there are: what is said beside the bot."""
    others = [domain.parent / name for name in OTHER_TEXTS]
    return [domain, *(path for path in others if path.exists())]


def make_template(domain: Path) -> Catalog:
    """All there is to translate, sorted by response and text, so that it changes only with them."""
    found: dict[tuple[str, str | tuple[str, ...]], list[str]] = {}
    for path in text_files(domain):
        with path.open("rb") as file:
            for _, message, remarks, context in extract(_METHOD, file, comment_tags=(COMMENT_TAG,)):
                found[str(context), message] = remarks
    template = Catalog(header_comment=_HEADER, fuzzy=False)
    for (context, message), remarks in sorted(found.items(), key=_by_context_and_text):
        template.add(message, auto_comments=remarks, context=context)
    return template


def _by_context_and_text(item: tuple[tuple[str, str | tuple[str, ...]], list[str]]) -> list[str]:
    context, message = item[0]
    return [context, message] if isinstance(message, str) else [context, *message]


def _translatable(response: Response) -> Iterator[tuple[str, ...]]:
    yield (response.text,) if response.plural is None else (response.text, response.plural)
    for title in response.titles:
        yield (title,)


def _placeholder_remark(texts: tuple[str, ...]) -> list[str]:
    names = sorted({name for text in texts for name in placeholders(text)})
    return [f"Placeholders: {' '.join(f'{{{name}}}' for name in names)}"] if names else []


def _lines_of_responses(source: str) -> dict[str, int]:
    """The line of each response's name, counted from 0."""
    root = yaml.compose(source, yaml.SafeLoader)
    sections = {key.value: value for key, value in root.value} if root else {}
    responses = sections.get("responses")
    return {key.value: key.start_mark.line for key, _ in responses.value} if responses else {}


def _comments_above(lines: list[str], line: int, tags: Collection[str]) -> list[str]:
    """The comment that ends right above `line`, from the tag that opens it."""
    comments: list[str] = []
    for above in reversed(lines[:line]):
        text = above.strip()
        if not text.startswith("#"):
            return []
        comments.insert(0, text.lstrip("# "))
        if comments[0].startswith(tuple(tags)):
            return comments
    return []
