import { css } from 'lit';

export const rating = css`
  .rating {
    display: grid;
    gap: 14px;
  }
  .stars {
    display: flex;
    justify-content: center;
    margin-top: 8px;
  }
  .stars label {
    position: relative;
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    border-radius: 12px;
    color: var(--edge);
  }
  .stars input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    cursor: pointer;
    opacity: 0;
  }
  .stars label:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .stars svg {
    width: 30px;
    height: 30px;
    transition: transform var(--ease);
  }
  .stars label:hover svg {
    transform: scale(1.12);
  }
  .stars .filled {
    color: var(--accent);
  }
  .stars .filled svg {
    fill: currentColor;
  }
  .comment {
    display: grid;
    gap: 6px;
    color: var(--muted);
    font-size: 0.92em;
  }
  .comment textarea {
    padding: 10px 12px;
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--surface);
    color: var(--text);
    font-size: max(16px, 1em);
    resize: vertical;
  }
`;
