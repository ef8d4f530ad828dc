import { html, nothing } from 'lit';
import * as icons from '../icons.js';

/**
 * One to five stars, then room for a comment.
 *
 * @param {() => void} done the form goes away
 * @param {string} [titleId] for what it labels
 */
export function ratingForm(chat, done, titleId) {
  const { t } = chat;
  const leave = () => {
    chat.stars = 0;
    done();
  };
  const send = (event) => {
    event.preventDefault();
    const { stars, comment } = Object.fromEntries(new FormData(event.target));
    chat.session.rate(Number(stars), comment.trim());
    leave();
    chat.tell(t('rating_thanks'));
  };
  const choose = (event) => (chat.stars = Number(event.target.value));
  return html`<form class="rating" @submit=${send}>
    <fieldset>
      <legend class="title" id=${titleId ?? nothing}>${t('rating')}</legend>
      <div class="stars">
        ${[1, 2, 3, 4, 5].map(
          (n) =>
            html`<label class=${n <= chat.stars ? 'filled' : ''}>
              <input type="radio" name="stars" value=${n} .checked=${n === chat.stars} required @change=${choose} />
              <span class="sr">${t('unit_star', { n })}</span>${icons.star}
            </label>`,
        )}
      </div>
    </fieldset>
    <label class="comment" ?hidden=${!chat.stars}>
      ${t('rating_comment')}
      <textarea name="comment" rows="2" maxlength="1000"></textarea>
    </label>
    <div class="actions">
      <button class="quiet" type="button" @click=${leave}>${t('rating_skip')}</button>
      <button class="strong" type="submit" ?hidden=${!chat.stars}>${t('rating_send')}</button>
    </div>
  </form>`;
}
