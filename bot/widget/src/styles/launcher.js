import { css } from 'lit';

export const launcher = css`
  .launcher,
  .beside {
    position: fixed;
    right: calc(var(--prorata-inset-x, 24px) + env(safe-area-inset-right, 0px));
    z-index: var(--prorata-z-index, 2147483000);
  }
  .launcher {
    bottom: calc(var(--prorata-inset-y, 24px) + env(safe-area-inset-bottom, 0px));
    display: grid;
    place-items: center;
    width: 60px;
    height: 60px;
    padding: 0;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: var(--shadow);
    animation: rise var(--ease);
  }
  .launcher svg {
    width: 34px;
    height: 34px;
  }
  .launcher:hover {
    transform: translateY(-2px);
  }
  .launcher:focus-visible {
    outline-width: 3px;
    outline-offset: 3px;
  }
  .badge {
    position: absolute;
    top: -4px;
    right: -4px;
    min-width: 24px;
    padding: 0 6px;
    border: 2px solid var(--surface);
    border-radius: 14px;
    background: #b3261e;
    color: #fff;
    font-size: 0.8em;
    font-weight: 700;
    line-height: 22px;
    text-align: center;
  }
  .beside {
    bottom: calc(var(--prorata-inset-y, 24px) + 74px + env(safe-area-inset-bottom, 0px));
    max-width: min(320px, calc(100vw - 2 * var(--prorata-inset-x, 24px)));
  }
  .prompt {
    display: flex;
    align-items: start;
    gap: 2px;
    padding: 6px 6px 6px 4px;
    border: 1px solid var(--line);
    border-radius: var(--radius) var(--radius) 6px var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    animation: rise var(--ease);
  }
  .plain {
    padding: 10px 4px 10px 14px;
    text-align: start;
  }
  .prompt .rating {
    padding: 12px;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(10px);
    }
  }
`;
