import { css } from 'lit';

export const composer = css`
  .composer {
    flex: none;
    padding: 10px 14px 14px;
    border-top: 1px solid var(--line);
  }
  @media (max-height: 460px) {
    .composer {
      padding-block: 5px;
    }
  }
  .field {
    display: flex;
    align-items: flex-end;
    gap: 6px;
    padding: 4px 4px 4px 16px;
    border: 1px solid var(--edge);
    border-radius: 27px;
    background: var(--surface);
    transition: border-color var(--ease), box-shadow var(--ease);
  }
  .field:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .field textarea {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    max-height: 148px;
    padding: 10px 0;
    border: 0;
    outline: 0;
    background: none;
    /* Below 16 pixels a phone would zoom in. */
    font-size: max(16px, 1em);
    line-height: 24px;
    overflow-wrap: anywhere;
    resize: none;
    scrollbar-width: thin;
    unicode-bidi: plaintext;
    field-sizing: content;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .send {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    flex: none;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
  }
  .send[aria-disabled='true'] {
    background: var(--soft);
    color: var(--muted);
    cursor: default;
  }
  .refusal,
  .counter {
    margin: 6px 16px 0;
    font-size: 0.86em;
  }
  .counter {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .refusal,
  .counter.over {
    color: var(--bad);
  }
`;
