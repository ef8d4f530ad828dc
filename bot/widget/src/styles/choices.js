import { css } from 'lit';

/** The bot's buttons, and the thumbs under an answer. */
export const choices = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-width: 100%;
    margin-top: 8px;
  }
  .choices button {
    max-width: 100%;
    padding: 8px 16px;
    border-color: var(--accent);
    border-radius: 22px;
    color: var(--accent);
    font-weight: 500;
    overflow-wrap: anywhere;
    text-align: start;
    unicode-bidi: isolate;
  }
  .choices button:hover {
    background: var(--accent-soft);
  }
  .choices.past button {
    min-height: 32px;
    padding: 3px 12px;
    border-color: var(--line);
    color: var(--muted);
    font-size: 0.9em;
  }
  .choices.past button:hover {
    color: var(--text);
  }
  .feedback {
    display: flex;
    gap: 2px;
    margin: 2px 0 -2px -4px;
  }
  .feedback .icon {
    width: 36px;
    height: 36px;
    min-height: 0;
    border-radius: 50%;
  }
  .feedback svg {
    width: 18px;
    height: 18px;
  }
  .feedback [aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--accent);
  }
`;
