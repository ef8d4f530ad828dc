// The embedding guide: code to copy, a chat to try, and what it tells its page.

import { handOver, known } from "./account.js";
import { settle } from "./locale.js";

const EVENTS = ["prorata:open", "prorata:close", "prorata:message", "prorata:quote", "prorata:handoff"];
const LOG_LINES = 100;

const chat = document.querySelector("prorata-chat");
const log = document.querySelector("[data-log]");
const locale = settle();

function sayEvent(event) {
  const line = document.createElement("li");
  const time = document.createElement("time");
  time.textContent = new Date().toLocaleTimeString(locale);
  line.append(time, ` ${event.type} `, event.detail ? JSON.stringify(event.detail) : "");
  log.querySelector("[data-empty]")?.remove();
  log.append(line);
  while (log.children.length > LOG_LINES) log.firstElementChild.remove();
  log.parentElement.scrollTop = log.parentElement.scrollHeight;
}

function copyButton(figure) {
  const { copy, copied } = document.body.dataset;
  const what = figure.querySelector("figcaption span").textContent;
  const button = document.createElement("button");
  const done = document.createElement("span");
  button.type = "button";
  button.className = "button quiet slim";
  button.textContent = copy;
  button.setAttribute("aria-label", `${copy} – ${what}`);
  done.className = "unseen";
  done.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(figure.querySelector("code").textContent);
    button.textContent = done.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
      done.textContent = "";
    }, 2500);
  });
  figure.querySelector("figcaption").append(button, done);
}

// Who signed in on the demo page is the same customer here, and the conversation goes on.
const account = known();
if (account) handOver(chat, account);

for (const name of EVENTS) chat.addEventListener(name, sayEvent);

for (const place of document.querySelectorAll("[data-origin]")) {
  place.textContent = place.dataset.origin === "socket" ? location.origin.replace(/^http/, "ws") : location.origin;
}
// Without a secure origin a page may not write to the clipboard: then there is nothing to press.
if (navigator.clipboard) document.querySelectorAll(".code").forEach(copyButton);

for (const button of document.querySelectorAll("[data-call]")) {
  button.addEventListener("click", () => chat[button.dataset.call]());
}
for (const choice of document.querySelectorAll("[name=theme]")) {
  choice.addEventListener("change", () => {
    chat.className = choice.value;
  });
}
document.querySelector("[name=theme]:checked")?.dispatchEvent(new Event("change")); // kept by a reload
