import { h, keyed, set } from '../dom.js';
import { dayAndTime, moment } from '../host/formats.js';

/** Internal notes: agents read them, customers and the bot never do. */
export function notes(desk, open) {
  const { t } = desk;
  const list = h('ul', { class: 'notes' });
  const show = keyed(
    list,
    ({ key }) => key,
    (note) => ({ node: view(note) }),
  );
  const id = `note-${open.id}`;
  const area = h('textarea', { id, rows: '2', dir: 'auto', onKeydown: keys });
  const button = h('button', { class: 'quiet', type: 'submit' }, t('note_add'));
  const form = h(
    'form',
    { class: 'note-form', onSubmit: add },
    h('label', { class: 'muted', for: id }, t('note_hint')),
    area,
    button,
  );
  let isBusy = false;

  function view({ agent, name, text, at }) {
    const who = agent?.name ?? (name || desk.nameOf(agent) || agent);
    const when = moment(at);
    return h(
      'li',
      {},
      h(
        'p',
        { class: 'said-by' },
        h('b', {}, who ?? ''),
        ' ',
        when ? h('time', { datetime: when.toISOString() }, dayAndTime(when, desk.locale)) : null,
      ),
      h('p', { class: 'note', dir: 'auto' }, text),
    );
  }

  function keys(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(event);
  }

  async function add(event) {
    event.preventDefault();
    const text = area.value.trim();
    if (!text || isBusy) return;
    isBusy = true;
    set(button, { 'aria-disabled': 'true' });
    if (await desk.note(open.id, text)) {
      area.value = '';
      desk.voice.announce(t('note_added'));
    }
    set(button, { 'aria-disabled': null });
    isBusy = false;
  }

  return {
    node: h('section', { class: 'notes-section' }, h('h3', {}, t('notes')), list, form),
    focus: () => area.focus(),
    update() {
      show(open.notes.map((note, place) => ({ ...note, key: note.id ?? `${place} ${note.at}` })));
      set(list, { hidden: !open.notes.length });
    },
  };
}
