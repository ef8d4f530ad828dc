import { h } from '../dom.js';
import { ask } from './dialog.js';
import { languageInSentence, languageName } from './words.js';

/** To the queue, or to a colleague: those who are online, and what they speak. */
export function transferTo(desk, open) {
  const { t } = desk;
  const { card } = open;
  const choices = [
    option('', t('the_queue'), t('the_queue_detail'), true),
    ...desk.colleagues.map((agent) =>
      option(String(agent.id), agent.name, about(agent), false, !agent.online),
    ),
  ];
  const form = h(
    'form',
    { onSubmit: send },
    h('fieldset', { class: 'choices' }, h('legend', { class: 'sr' }, t('transfer_whom')), choices),
    h(
      'div',
      { class: 'actions' },
      h('button', { class: 'quiet', type: 'button', onClick: () => close() }, t('cancel')),
      h('button', { class: 'strong' }, t('transfer')),
    ),
  );
  const { close } = ask(t('transfer_whom'), form);

  function about(agent) {
    const languages = (agent.languages ?? []).map((code) => languageName(desk, code)).join(', ');
    const state = agent.online ? t('is_online') : t('is_away');
    const speaks = !card.language || (agent.languages ?? []).includes(card.language);
    const warning = speaks
      ? null
      : h(
          'span',
          { class: 'warning' },
          ` ${t('speaks_not', { language: languageInSentence(desk, card.language) })}`,
        );
    return [`${state} · ${languages}`, warning];
  }

  function option(value, name, detail, checked, disabled = false) {
    return h(
      'label',
      { class: `choice ${disabled ? 'off' : ''}` },
      h('input', { type: 'radio', name: 'to', value, checked, disabled }),
      h('span', {}, h('b', {}, name), h('span', { class: 'muted' }, detail)),
    );
  }

  async function send(event) {
    event.preventDefault();
    const chosen = form.querySelector(':checked').value;
    const agent = desk.agents.find(({ id }) => String(id) === chosen);
    close();
    const done = await desk.transfer(open.id, agent ? agent.id : null);
    if (done) desk.voice.say(t('transferred', { name: agent?.name ?? t('the_queue') }));
  }
}
