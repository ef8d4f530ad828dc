import { css } from 'lit';

export const messages = css`
  .scroll-anchor {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  .scroller {
    position: relative;
    height: 100%;
    overflow: hidden auto;
    padding: 16px;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--edge) transparent;
  }
  .scroller:focus-visible {
    outline-offset: -3px;
  }
  .log {
    display: flex;
    flex-direction: column;
  }
  .day,
  .notice {
    align-self: center;
    max-width: 90%;
    margin: 10px 0 14px;
    color: var(--muted);
    font-size: 0.84em;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .message {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-top: 14px;
    animation: rise var(--ease);
  }
  .message:first-child,
  .day + .message {
    margin-top: 0;
  }
  .message.goes-on {
    margin-top: 6px;
  }
  .customer {
    align-items: flex-end;
  }
  .bubble {
    max-width: 88%;
    min-width: 0;
    padding: 10px 14px;
    border: 1px solid transparent;
    border-radius: 18px 18px 18px 6px;
    background: var(--soft);
    overflow-wrap: anywhere;
    text-align: start;
    unicode-bidi: isolate;
    white-space: pre-wrap;
  }
  .customer .bubble {
    border-radius: 18px 18px 6px 18px;
    background: var(--accent);
    color: var(--on-accent);
  }
  .agent .bubble {
    background: var(--accent-soft);
  }
  .waiting .bubble,
  .sending .bubble,
  .failed .bubble {
    border: 1px dashed var(--accent);
    background: var(--accent-soft);
    color: var(--text);
  }
  .meta {
    margin: 4px 6px 0;
    color: var(--muted);
    font-size: 0.78em;
  }
  .failed-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 2px;
    margin-top: 4px;
    color: var(--bad);
    font-size: 0.86em;
  }
  .failed-line svg {
    width: 1.2em;
    height: 1.2em;
    vertical-align: -0.25em;
  }
  .typing {
    display: flex;
    gap: 5px;
    width: fit-content;
    margin-top: 14px;
    padding: 15px 16px;
    border-radius: 18px 18px 18px 6px;
    background: var(--soft);
  }
  .typing i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--muted);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .typing i:nth-of-type(2) {
    animation-delay: 0.15s;
  }
  .typing i:nth-of-type(3) {
    animation-delay: 0.3s;
  }
  .to-end {
    position: absolute;
    bottom: 10px;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 6px;
    border-color: var(--line);
    border-radius: 22px;
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: 0.9em;
    font-weight: 600;
    transform: translateX(-50%);
    white-space: nowrap;
  }
  @keyframes breathe {
    50% {
      opacity: 0.35;
      transform: translateY(-3px);
    }
  }
`;
