"""`python -m bot agents`: accounts from the command line, and the demonstration's agent."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.desk.accounts import Accounts, Agent
from bot.desk.audit import Audit
from bot.desk.command import demo_agent, opened
from bot.desk.passwords import Passwords
from bot.desk.sessions import DeskSessions
from tests.bot.channels.conftest import NOW
from tests.bot.desk.conftest import CHEAP, OTHER_PASSWORD, PASSWORD

CAMILLE = ("add", "camille", "--name", "Camille Tremblay", "--languages", "fr,en")


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.desk.accounts.Passwords", lambda: Passwords(CHEAP))


class Command:
    """Runs it on a database of its own."""

    def __init__(self, path: Path, patch: pytest.MonkeyPatch, capsys: Any) -> None:
        self.path, self._patch, self._capsys = path, patch, capsys

    def __call__(self, *arguments: str, typed: str | None = None) -> tuple[int, str, str]:
        given = ["agents", *arguments]
        if typed is not None:
            self._patch.setattr("sys.stdin", io.StringIO(typed))
            given.append("--password-stdin")
        code = main(given)
        out, err = self._capsys.readouterr()
        return code, out, err

    @property
    def accounts(self) -> Accounts:
        return Accounts(opened(self.path), lambda: NOW)

    def sign_in(self, password: str) -> Agent | None:
        return asyncio.run(self.accounts.sign_in("camille", password, "192.0.2.1"))


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    path = tmp_path / "state" / "conversations.db"
    monkeypatch.setenv("PRORATA_DATABASE", str(path))
    return Command(path, monkeypatch, capsys)


def test_one_is_added_with_a_password_from_standard_input(command: Command) -> None:
    assert command(*CAMILLE, typed=f"{PASSWORD}\n") == (
        0,
        "",
        "prorata: agent added: camille\n",
    )
    agent = command.sign_in(PASSWORD)
    assert agent is not None
    assert (agent.name, agent.role, agent.languages) == ("Camille Tremblay", "agent", ("en", "fr"))


def test_an_administrator_is_one_on_purpose(command: Command) -> None:
    command(*CAMILLE, "--admin", typed=PASSWORD)
    (agent,) = command.accounts.list()
    assert agent.role == "admin"


def test_a_password_is_asked_for_twice(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = [PASSWORD, OTHER_PASSWORD, PASSWORD, PASSWORD]
    monkeypatch.setattr("bot.desk.command.getpass", lambda prompt: typed.pop(0))
    assert command(*CAMILLE) == (2, "", "prorata: the two passwords differ\n")
    assert command(*CAMILLE)[0] == 0
    assert typed == []


def test_without_a_terminal_it_says_what_to_do(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("bot.desk.command.getpass", nobody)
    code, _, err = command(*CAMILLE)
    assert (code, "--password-stdin" in err) == (2, True)


def test_they_are_listed_one_a_line(command: Command) -> None:
    assert command("list") == (0, "", "")
    command(*CAMILLE, typed=PASSWORD)
    command("add", "boss", "--name", "The Boss", "--languages", "en", "--admin", typed=PASSWORD)
    command("disable", "camille")
    assert command("list")[1].splitlines() == [
        "boss\tThe Boss\tadmin\ten\tenabled",
        "camille\tCamille Tremblay\tagent\ten,fr\tdisabled",
    ]


def test_one_is_disabled_and_enabled_again(command: Command) -> None:
    command(*CAMILLE, typed=PASSWORD)
    sessions = DeskSessions(opened(command.path), lambda: NOW)
    token = sessions.begin(command.accounts.list()[0]).token
    assert command("disable", "Camille")[0] == 0
    assert sessions.of(token) is None
    assert command.sign_in(PASSWORD) is None
    assert command("enable", "camille")[0] == 0
    assert command.sign_in(PASSWORD) is not None


def test_a_new_password_signs_out(command: Command) -> None:
    command(*CAMILLE, typed=PASSWORD)
    sessions = DeskSessions(opened(command.path), lambda: NOW)
    token = sessions.begin(command.accounts.list()[0]).token
    assert command("password", "camille", typed=f"{OTHER_PASSWORD}\r\n")[0] == 0
    assert sessions.of(token) is None
    assert command.sign_in(PASSWORD) is None
    assert command.sign_in(OTHER_PASSWORD) is not None


def test_what_was_done_is_in_the_audit_log_and_no_password(command: Command) -> None:
    command(*CAMILLE, typed=PASSWORD)
    command("disable", "camille")
    command("enable", "camille")
    command("password", "camille", typed=OTHER_PASSWORD)
    deeds = list(reversed(Audit(opened(command.path), lambda: NOW).recent(9)))
    actions = ["agent_added", "agent_disabled", "agent_enabled", "password_set"]
    assert [deed.action for deed in deeds] == actions
    assert all((deed.agent, deed.detail) == (None, {"agent": 1}) for deed in deeds)
    stored = b"".join(path.read_bytes() for path in command.path.parent.iterdir())
    assert PASSWORD.encode() not in stored
    assert OTHER_PASSWORD.encode() not in stored


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (CAMILLE, "short", "a password has 12 to 256 characters"),
        (CAMILLE, "", "a password has 12 to 256 characters"),
        (("add", "a b", "--name", "x"), PASSWORD, "a login has up to 64"),
        (("add", "a", "--name", " "), PASSWORD, "a name has 1 to 100 characters"),
        (("add", "a", "--name", "A", "--languages", "de"), PASSWORD, "the languages are en, fr"),
        (("password", "nobody"), PASSWORD, "there is no such agent"),
        (("disable", "nobody"), None, "there is no such agent"),
        (("enable", "nobody"), None, "there is no such agent"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_a_reason(
    command: Command, arguments: tuple[str, ...], typed: str | None, said: str
) -> None:
    code, out, err = command(*arguments, typed=typed)
    assert (code, out, said in err) == (2, "", True)
    assert PASSWORD not in err


def test_a_login_twice_ends_with_2(command: Command) -> None:
    command(*CAMILLE, typed=PASSWORD)
    assert command(*CAMILLE, typed=PASSWORD)[2] == "prorata: there is an agent camille already\n"


def test_a_database_that_is_none_ends_with_2(command: Command) -> None:
    command.path.mkdir(parents=True)
    code, _, err = command("list")
    assert (code, "cannot be used as the database" in err) == (2, True)


def test_without_a_setting_it_is_that_of_make_run(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PRORATA_DATABASE")
    monkeypatch.chdir(tmp_path)
    assert command(*CAMILLE, typed=PASSWORD)[0] == 0
    assert (tmp_path / ".prorata" / "conversations.db").exists()


@pytest.mark.parametrize(
    "arguments", [[], ["sing"], ["add"], ["add", "a"], ["disable"], ["password"]]
)
def test_wrong_arguments_end_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["agents", *arguments])
    assert ended.value.code == 2


def test_the_demonstration_has_an_agent_of_its_own_once(tmp_path: Path) -> None:
    engine = opened(tmp_path / "conversations.db")
    made = demo_agent(engine, lambda: NOW)
    assert made is not None
    login, password = made
    assert (login, len(password)) == ("demo", 16)
    accounts = Accounts(engine, lambda: NOW)
    agent = asyncio.run(accounts.sign_in(login, password, "192.0.2.1"))
    assert agent is not None and agent.role == "agent"
    assert demo_agent(engine, lambda: NOW) is None


def test_where_there_are_agents_there_is_no_demonstrations(command: Command) -> None:
    command(*CAMILLE, typed=PASSWORD)
    command("disable", "camille")
    assert demo_agent(opened(command.path), lambda: NOW) is None
