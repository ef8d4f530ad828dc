// The account page of an invented company: signing in and out, and what it tells the chat.

import { settle } from "./locale.js";

const ACCOUNT = "demo-account";
const chat = document.querySelector("prorata-chat");
const problem = document.querySelector("[data-problem]");

/** What the company's own back end does for its signed-in customer: `{identity, name}`, good for some minutes. */
async function vouchFor(account) {
  const answer = await fetch("/demo/identity", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ account }),
  });
  if (!answer.ok) throw new Error(`identity refused: ${answer.status}`);
  return answer.json();
}

function showName(name) {
  for (const place of document.querySelectorAll("[data-name]")) {
    place.textContent = name ? ` · ${name}` : "";
  }
}

function show(account) {
  for (const part of document.querySelectorAll("[data-shows]")) {
    part.hidden = part.dataset.shows !== account;
  }
  for (const part of document.querySelectorAll("[data-signed-in]")) part.hidden = !account;
  for (const part of document.querySelectorAll("[data-signed-out]")) part.hidden = Boolean(account);
}

function focusTitle() {
  document.querySelector("main section:not([hidden]) h2").focus();
}

function handOver(account) {
  chat.identity = async () => (await vouchFor(account)).identity;
}

async function signIn(account) {
  problem.textContent = "";
  try {
    showName((await vouchFor(account)).name);
  } catch {
    problem.textContent = problem.dataset.problem;
    return;
  }
  sessionStorage.setItem(ACCOUNT, account);
  handOver(account);
  show(account);
  focusTitle();
}

function signOut() {
  sessionStorage.removeItem(ACCOUNT);
  chat.signOut?.();
  showName("");
  show(null);
  focusTitle();
}

function localDates(locale) {
  if (!locale.startsWith("en")) return; // French writes them in one way, "1er" included
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
  for (const day of document.querySelectorAll("time[datetime]")) {
    day.textContent = format.format(new Date(`2024-${day.dateTime}T00:00:00Z`));
  }
}

localDates(settle());

const known = sessionStorage.getItem(ACCOUNT);
if (known && document.querySelector(`[data-shows="${CSS.escape(known)}"]`)) {
  handOver(known); // before the widget starts, so that it resumes this customer's conversation
  show(known);
  vouchFor(known).then(({ name }) => showName(name), signOut);
}

for (const button of document.querySelectorAll("[data-account]")) {
  button.addEventListener("click", () => signIn(button.dataset.account));
}
document.querySelector("[data-sign-out]").addEventListener("click", signOut);
document.querySelector("[data-open]").addEventListener("click", () => chat.open?.());
