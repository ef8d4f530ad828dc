from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from openapi_spec_validator import validate_spec

import billing
from billing.contract import load_contract

if TYPE_CHECKING:
    from tests.billing.conftest import Api


def test_the_contract_is_valid_openapi() -> None:
    validate_spec(yaml.safe_load(load_contract().yaml_text))


def test_the_contract_is_served_in_both_forms(api: Api) -> None:
    stranger = api.as_account(None)
    stranger.headers = {}
    served = stranger.get("/v1/openapi.yaml")
    written = Path(billing.__file__).with_name("openapi.yaml").read_text(encoding="utf-8")
    assert served.content.decode() == written
    assert stranger.get("/v1/openapi.json").json() == yaml.safe_load(written)


def test_both_forms_say_the_same() -> None:
    contract = load_contract()
    assert json.loads(contract.json_text) == yaml.safe_load(contract.yaml_text)
