import { h, keyed, set, setText } from '../dom.js';
import { icon } from './icons.js';
import { popup } from './popup.js';

/** Which agents are online, and the languages that they answer in. */
export function presence(desk) {
  const { t } = desk;
  const count = h('span', {});
  const list = h('ul', { class: 'agents' });
  const showAgents = keyed(
    list,
    (agent) => agent.id,
    (agent) => person(desk, agent),
  );
  const { node } = popup(
    { class: 'plain presence' },
    [icon('people'), count],
    h('div', {}, h('p', { class: 'menu-title' }, t('team')), list),
  );
  return {
    node,
    update() {
      const online = desk.agents.filter((agent) => agent.online).length;
      setText(count, t('unit_online', { n: online }));
      showAgents(
        [...desk.agents].sort(
          (a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name),
        ),
      );
    },
  };
}

function person(desk, agent) {
  const { t } = desk;
  const state = h('span', { class: 'sr' });
  const dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
  const me = agent.id === desk.agent.id ? h('span', { class: 'muted' }, ` ${t('yourself')}`) : null;
  const name = h('span', { class: 'agent-name' }, agent.name, me);
  const languages = h(
    'span',
    { class: 'codes' },
    (agent.languages ?? []).map((code) => code.toUpperCase()).join(' '),
  );
  const node = h('li', {}, dot, name, languages, state);
  return {
    node,
    update({ online }) {
      set(node, { class: online ? 'online' : 'away' });
      setText(state, ` ${t(online ? 'is_online' : 'is_away')}`);
    },
  };
}
