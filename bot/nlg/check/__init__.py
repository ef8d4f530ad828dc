"""All that must hold of the English texts and of the catalogues: a problem fails the build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from bot.language.conversation import LOCALES
from bot.nlg import po
from bot.nlg.check.catalogues import (
    check_complete,
    check_current,
    check_differs,
    check_forms,
    check_header,
    context_of,
    said,
)
from bot.nlg.check.problem import Problem
from bot.nlg.check.spelling import spelling_problems
from bot.nlg.check.terms import foreign_terms
from bot.nlg.extraction import make_template
from bot.nlg.update import COMPLETE, REGIONAL, template_path

__all__ = ["Problem", "find_problems"]

_DOMAIN = "domain.yml"


def find_problems(domain: Path, locales: Path) -> list[Problem]:
    """Empty if all is well. `domain` is domain.yml, `locales` the folder of the catalogues."""
    files = po.files(locales)
    spoken = [locale for locale in files if locale in (*COMPLETE, *REGIONAL)]
    try:
        template = make_template(domain)
        catalogs = {locale: po.read(files[locale], locale) for locale in spoken}
    except (ValueError, PoFileError) as error:
        return [Problem("", "", str(error))]
    problems = _check_template(template, template_path(locales))
    for locale in sorted(files.keys() - catalogs.keys()):
        problems.append(Problem(_file(locale), "", "no locale that this bot speaks"))
    for locale in COMPLETE:
        catalog = catalogs.setdefault(locale, Catalog(locale=locale))
        problems += check_complete(_file(locale), catalog, template)
    for locale, catalog in catalogs.items():
        problems += _check_catalog(locale, catalog, template, _chain(locale, catalogs)[1:])
    for locale in (*COMPLETE, *LOCALES):
        problems += _check_terms(locale, template, _chain(locale, catalogs))
    return problems


def _check_template(template: Catalog, path: Path) -> list[Problem]:
    problems = [
        Problem(_source(context_of(message)), context_of(message), problem)
        for message in po.entries(template)
        for text in said(message, ())
        for problem in spelling_problems(text, "en")
    ]
    if not path.exists() or path.read_text(encoding="utf-8") != po.serialise(template):
        problems.append(Problem(f"locales/{path.name}", "", f"not up to date with {_DOMAIN}"))
    return problems


def _check_catalog(
    locale: str, catalog: Catalog, template: Catalog, parents: Sequence[Catalog]
) -> list[Problem]:
    file = _file(locale)
    problems = [
        *check_header(file, catalog, locale),
        *check_current(file, catalog, template),
        *check_forms(file, catalog),
    ]
    if locale in REGIONAL:
        problems += check_differs(file, catalog, locale, parents)
    problems += [
        Problem(file, context_of(message), f"{problem}: {text!r}")
        for message in po.entries(catalog)
        for text in po.strings(message)
        for problem in spelling_problems(text, locale)
    ]
    return problems


def _check_terms(locale: str, template: Catalog, chain: Sequence[Catalog]) -> list[Problem]:
    return [
        Problem(_file(locale), context_of(message), f"{locale} does not say {term!r}: {text!r}")
        for message in po.entries(template)
        for text in said(message, chain)
        # English that French inherits is reported as missing.
        if locale.startswith("en") or text not in said(message, ())
        for term in foreign_terms(text, locale)
    ]


def _chain(locale: str, catalogs: Mapping[str, Catalog]) -> list[Catalog]:
    """Where a text of `locale` is looked up: its own catalogue, then its language's."""
    names = dict.fromkeys((locale, locale.partition("_")[0]))
    return [catalogs[name] for name in names if name in catalogs]


def _source(name: str) -> str:
    return "bot/widget/texts.yml" if name.startswith("widget_") else _DOMAIN


def _file(locale: str) -> str:
    return po.path_of(Path("locales"), locale).as_posix()
