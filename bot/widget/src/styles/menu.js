import { css } from 'lit';

export const menu = css`
  .menu-anchor {
    position: relative;
  }
  .menu {
    position: absolute;
    top: calc(100% + 6px);
    right: -46px;
    z-index: 2;
    width: max-content;
    max-width: min(300px, calc(100vw - 24px));
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    box-shadow: var(--shadow);
    animation: rise var(--ease);
  }
  .menu button {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    text-align: start;
  }
  .menu svg {
    color: var(--muted);
  }
  .menu button:hover {
    background: var(--soft);
  }
  .menu button:disabled {
    cursor: default;
    opacity: 0.5;
  }
`;
