import { css } from 'lit';

/** Elements as the widget has them, and the few shapes of button. */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  [hidden] {
    display: none !important;
  }
  svg {
    width: 1.35em;
    height: 1.35em;
    flex: none;
  }
  a {
    color: inherit;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    unicode-bidi: isolate;
  }
  a[href^='tel:'] {
    white-space: nowrap;
  }
  bdi {
    overflow-wrap: anywhere;
  }
  button,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button,
  summary,
  .stars label {
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  button {
    border: 1px solid transparent;
    background: none;
    border-radius: 12px;
    min-height: 44px;
    padding: 8px 14px;
    transition: background-color var(--ease), border-color var(--ease), transform var(--ease);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .icon {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    flex: none;
    color: var(--muted);
  }
  .icon:hover,
  .quiet:hover,
  .language:hover {
    background: var(--soft);
    color: var(--text);
  }
  .strong {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .strong:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  .quiet {
    border-color: var(--edge);
  }
  .text {
    min-height: 28px;
    padding: 2px 6px;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 10px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
