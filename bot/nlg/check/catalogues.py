"""Is each catalogue whole, current, and needed? What a program can tell without reading French."""

from __future__ import annotations

from collections.abc import Sequence

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural

from bot.nlg import po
from bot.nlg.check.problem import Problem
from bot.nlg.template import placeholders
from bot.nlg.typography import set_spacing


def check_header(file: str, catalog: Catalog, locale: str) -> list[Problem]:
    """The language that the file says it is, and that language's plural rule, not another one."""
    problems = []
    if str(catalog.locale) != locale:
        problems.append(Problem(file, "", f"Language is not {locale}"))
    plural = get_plural(locale)
    if (catalog.num_plurals, catalog.plural_expr) != (plural.num_plurals, plural.plural_expr):
        problems.append(Problem(file, "", f"Plural-Forms is not {plural.plural_forms}"))
    return problems


def check_complete(file: str, catalog: Catalog, template: Catalog) -> list[Problem]:
    return [
        Problem(file, context_of(message), f"missing: {_first_id(message)!r}")
        for message in po.entries(template)
        if not _is_translated(catalog.get(message.id, message.context))
    ]


def check_current(file: str, catalog: Catalog, template: Catalog) -> list[Problem]:
    """No guesses, and nothing that domain.yml no longer says."""
    problems = [
        Problem(file, context_of(message), f"obsolete, delete it: {_first_id(message)!r}")
        for message in catalog.obsolete.values()
    ]
    for message in po.entries(catalog):
        if template.get(message.id, message.context) is None:
            problem = f"stale, not in domain.yml: {_first_id(message)!r}"
            problems.append(Problem(file, context_of(message), problem))
        if message.fuzzy:
            problems.append(Problem(file, context_of(message), "fuzzy, check it and unmark it"))
    return problems


def check_forms(file: str, catalog: Catalog) -> list[Problem]:
    """Each plural form is there and has the placeholders of the English text."""
    problems = []
    for message in po.entries(catalog):
        forms, expected = po.strings(message), _placeholders_of_id(message)
        wanted = catalog.num_plurals if message.pluralizable else 1
        if any(forms) and (len(forms) != wanted or not all(forms)):
            problems.append(Problem(file, context_of(message), f"needs {wanted} plural forms"))
        problems += [
            Problem(file, context_of(message), f"placeholders are not those of English: {form!r}")
            for form in forms
            if form and _placeholders(form) != expected
        ]
    return problems


def check_differs(
    file: str, catalog: Catalog, locale: str, parents: Sequence[Catalog]
) -> list[Problem]:
    """A regional entry says something else than its language does; spacing alone is no difference,
    as the renderer sets it. English has no parents but domain.yml.
    """
    return [
        Problem(file, context_of(message), f"same as its parent, delete it: {_first_id(message)!r}")
        for message in po.entries(catalog)
        if any(po.strings(message))
        and _printed(po.strings(message), locale) == _printed(said(message, parents), locale)
    ]


def said(message: Message, catalogs: Sequence[Catalog]) -> tuple[str, ...]:
    """The translations of `message` in the first of `catalogs` that has them, else the English."""
    for catalog in catalogs:
        found = catalog.get(message.id, message.context)
        if found is not None and _is_translated(found):
            return po.strings(found)
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _printed(strings: tuple[str, ...], locale: str) -> tuple[str, ...]:
    return tuple(set_spacing(string, locale) for string in strings)


def _is_translated(message: Message | None) -> bool:
    return message is not None and all(po.strings(message))


def _placeholders_of_id(message: Message) -> tuple[str, ...] | None:
    return _placeholders(_first_id(message))


def _placeholders(text: str) -> tuple[str, ...] | None:
    """None for a text with stray braces, which so equals no English text."""
    try:
        return placeholders(text)
    except ValueError:
        return None


def _first_id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def context_of(message: Message) -> str:
    return message.context or ""
