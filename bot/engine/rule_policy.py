"""Rasa's RulePolicy, which remembers the rules that fit a state of the conversation.

Stock compares the state with every rule, twice for every prediction (once for rules on a message's
text, of which Prorata has none). Conversations pass through the same few hundred states.
"""

from __future__ import annotations

import json
from typing import Any

from rasa.core.policies.rule_policy import RulePolicy as RasaRulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker

_REMEMBERED_AT_MOST = 5_000


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class RulePolicy(RasaRulePolicy):
    """The same decisions; training, in which the rules still change, is left to stock."""

    _remembered: dict[tuple[int, str], set[str]] | None = None

    @classmethod
    def load(cls, *args: Any, **kwargs: Any) -> RulePolicy:
        policy: RulePolicy = super().load(*args, **kwargs)
        policy._remembered = {}
        return policy

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        if self._remembered is None:
            return super()._get_possible_keys(lookup, states)
        state = (id(lookup), json.dumps(states))
        if state not in self._remembered:
            if len(self._remembered) >= _REMEMBERED_AT_MOST:
                self._remembered.clear()
            self._remembered[state] = super()._get_possible_keys(lookup, states)
        return self._remembered[state]

    def format_tracker_states(self, states: list[State]) -> str:
        """Nothing: stock words and copies them for a debug line that is never written."""
        return ""

    def _find_action_from_rules(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool,
    ) -> tuple[str | None, str | None, bool]:
        if use_text_for_last_user_input:
            return None, None, False
        return super()._find_action_from_rules(tracker, domain, use_text_for_last_user_input)
