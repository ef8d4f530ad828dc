"""The responses in every locale, as templates ready to fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.nlg.catalogue import Catalogue
from bot.nlg.formats.numbers import is_millions
from bot.nlg.responses import Button, Response
from bot.nlg.template import Template, parse_template
from bot.nlg.typography import set_spacing


class MissingText(KeyError):
    """A response, or a counted unit, that domain.yml does not have."""


@dataclass(frozen=True)
class Texts:
    responses: Mapping[str, Response]
    catalogue: Catalogue

    def text(self, name: str, locale: str) -> Template:
        return self._template(name, self._response(name).text, locale)

    def buttons(self, name: str, locale: str) -> list[tuple[Template, Button]]:
        """Each button's title in `locale`, with the button of domain.yml."""
        return [
            (self._template(name, button.title, locale), button)
            for button in self._response(name).buttons
        ]

    def counted(self, unit: str, number: int, locale: str) -> Template:
        """`{n} seats`, in the plural form of `number`."""
        response = self._response(f"utter_unit_{unit}")
        if response.plural is None:
            raise MissingText(f"{response.name} has no plural")
        form = self.catalogue.translate_plural(
            response.name, response.text, response.plural, number, locale
        )
        if is_millions(number, locale):
            form = form.replace("{n} ", "{n} de ")
        return parse_template(set_spacing(form, locale))

    def _response(self, name: str) -> Response:
        try:
            return self.responses[name]
        except KeyError:
            raise MissingText(name) from None

    def _template(self, context: str, msgid: str, locale: str) -> Template:
        return parse_template(set_spacing(self.catalogue.translate(context, msgid, locale), locale))
