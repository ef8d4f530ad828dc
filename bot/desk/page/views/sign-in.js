import { h, set, setText } from '../dom.js';
import { icon } from './icons.js';
import { languageChoice } from './language.js';

/** Nobody is signed in. */
export function signIn(desk, actions) {
  const { t } = desk;
  const problem = h('p', { class: 'problem', id: 'problem', role: 'alert' });
  const login = field('login', { autocomplete: 'username', autocapitalize: 'none' });
  const password = field('password', { type: 'password', autocomplete: 'current-password' });
  const button = h('button', { class: 'strong', type: 'submit' }, t('sign_in'));
  const form = h(
    'form',
    { class: 'sign-in', onSubmit: submit, novalidate: true },
    h('h1', {}, h('span', { class: 'mark' }, icon('mark')), t('title')),
    problem,
    labelled(t('login'), login),
    labelled(t('password'), password),
    button,
  );

  async function submit(event) {
    event.preventDefault();
    if (button.getAttribute('aria-disabled')) return;
    const missing = [login, password].find((input) => !input.value);
    if (missing) return tell('missing', missing);
    set(button, { 'aria-disabled': 'true' });
    const why = await actions.signIn(login.value.trim(), password.value);
    set(button, { 'aria-disabled': null });
    if (why) tell(why, why === 'wrong' ? password : button);
    desk.changed();
  }

  function tell(why, where) {
    setText(problem, t(why));
    for (const input of [login, password]) {
      set(input, { 'aria-invalid': input === where || why === 'wrong' ? 'true' : null });
    }
    where.focus();
  }

  return {
    node: h(
      'div',
      { class: 'entrance' },
      h('header', {}, languageChoice(desk, actions)),
      h('main', {}, form),
    ),
    shown: () => login.focus(),
    update() {
      if (desk.why && !problem.textContent) setText(problem, t(desk.why));
    },
  };
}

function field(id, props) {
  return h('input', { id, name: id, required: true, 'aria-describedby': 'problem', ...props });
}

function labelled(text, input) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, text), input);
}
