import { css } from 'lit';

export const card = css`
  .card {
    width: 100%;
    max-width: 460px;
    container-type: inline-size;
    padding: 18px;
    border: 1px solid var(--line);
    border-radius: 18px 18px 18px 6px;
    background: var(--surface);
    box-shadow: 0 1px 2px rgb(16 33 30 / 5%), 0 6px 20px rgb(16 33 30 / 7%);
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .card-top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .kind,
  .demo {
    padding: 2px 8px;
    border: 1px solid transparent;
    border-radius: 12px;
    font-size: 0.76em;
    font-weight: 600;
  }
  .kind {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .demo {
    background: var(--warn);
    color: var(--on-warn);
  }
  .due {
    margin: 12px 0 14px;
  }
  .label {
    color: var(--muted);
    font-size: 0.88em;
  }
  .amount {
    font-size: clamp(1.4em, 10.5cqw, 2.05em);
    font-weight: 700;
    letter-spacing: -0.025em;
    line-height: 1.2;
  }
  .for {
    margin-top: 2px;
    font-weight: 500;
  }
  .subscription {
    color: var(--muted);
    font-size: 0.86em;
    font-weight: 400;
  }
  .expired .amount {
    color: var(--muted);
    text-decoration: line-through;
    text-decoration-thickness: 2px;
  }
  .fact {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 16px;
    align-items: baseline;
    padding: 9px 0;
    border-top: 1px solid var(--line);
  }
  .fact.wide {
    grid-template-columns: 1fr;
  }
  dt {
    color: var(--muted);
    font-size: 0.9em;
  }
  dd {
    font-weight: 500;
  }
  .bar {
    grid-column: 1 / -1;
    padding-top: 4px;
    line-height: 0;
  }
  .bar svg {
    width: 100%;
    height: 6px;
    border-radius: 3px;
  }
  .whole {
    fill: var(--line);
  }
  .part {
    fill: var(--accent);
  }
  .validity {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: -8px 0 14px;
    color: var(--muted);
    font-size: 0.9em;
  }
  .validity svg {
    width: 18px;
    height: 18px;
  }
  .validity.over {
    color: var(--bad);
    font-weight: 600;
  }
  .next {
    padding: 11px 14px;
    border-radius: 12px;
    background: var(--soft);
    font-size: 0.9em;
  }
  .next b {
    display: block;
    font-weight: 650;
  }
  details {
    margin: 8px 0 -8px;
    font-size: 0.92em;
  }
  summary {
    width: fit-content;
    padding: 8px 0;
    border-radius: 8px;
    color: var(--muted);
  }
  summary:hover {
    color: var(--text);
  }
  .in-full {
    padding-bottom: 8px;
    unicode-bidi: isolate;
    white-space: pre-wrap;
  }
`;
