// The account page of an invented company: signing in and out, and what it tells the chat.

import { forget, handOver, known, remember, vouchFor } from "./account.js";
import { settle } from "./locale.js";

const chat = document.querySelector("prorata-chat");
const problem = document.querySelector("[data-problem]");

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

async function signIn(account) {
  problem.textContent = "";
  try {
    showName((await vouchFor(account)).name);
  } catch {
    problem.textContent = problem.dataset.problem;
    return;
  }
  remember(account);
  handOver(chat, account);
  show(account);
  focusTitle();
}

function signOut() {
  forget();
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

const account = known();
if (account && document.querySelector(`[data-shows="${CSS.escape(account)}"]`)) {
  handOver(chat, account);
  show(account);
  vouchFor(account).then(({ name }) => showName(name), signOut);
}

for (const button of document.querySelectorAll("[data-account]")) {
  button.addEventListener("click", () => signIn(button.dataset.account));
}
document.querySelector("[data-sign-out]").addEventListener("click", signOut);
document.querySelector("[data-open]").addEventListener("click", () => chat.open?.());
