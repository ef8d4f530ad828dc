// Who is signed in on the demo pages, and what the company's own back end says of them.

const ACCOUNT = "demo-account";

export const known = () => sessionStorage.getItem(ACCOUNT);
export const remember = (account) => sessionStorage.setItem(ACCOUNT, account);
export const forget = () => sessionStorage.removeItem(ACCOUNT);

/** What the company's own back end does for its signed-in customer: `{identity, name}`, good for some minutes. */
export async function vouchFor(account) {
  const answer = await fetch("/demo/identity", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ account }),
  });
  if (!answer.ok) throw new Error(`identity refused: ${answer.status}`);
  return answer.json();
}

/** Before the widget starts, so that it resumes this customer's conversation. */
export function handOver(chat, account) {
  chat.identity = async () => (await vouchFor(account)).identity;
}
