import { css, unsafeCSS } from 'lit';
import { SMALL } from '../host/full-screen.js';

export const panel = css`
  .panel {
    position: fixed;
    right: calc(var(--prorata-inset-x, 24px) + env(safe-area-inset-right, 0px));
    bottom: calc(var(--prorata-inset-y, 24px) + env(safe-area-inset-bottom, 0px));
    z-index: var(--prorata-z-index, 2147483000);
    display: flex;
    flex-direction: column;
    width: min(var(--prorata-width, 408px), calc(100vw - 2 * var(--prorata-inset-x, 24px)));
    height: min(var(--prorata-height, 680px), calc(100dvh - 2 * var(--prorata-inset-y, 24px)));
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    animation: rise var(--ease);
    overscroll-behavior: contain;
  }
  header {
    display: flex;
    align-items: center;
    gap: 2px;
    flex: none;
    padding: 10px 8px 10px 16px;
    border-bottom: 1px solid var(--line);
  }
  .mark {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    margin-inline-end: 10px;
    flex: none;
    border-radius: 14px;
    background: var(--accent-soft);
    color: var(--accent);
  }
  .titles {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  .title {
    font-size: 1.05em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .titles p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .titles p + p {
    color: var(--muted);
    font-size: 0.86em;
  }
  .titles .who {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
  }
  .language {
    padding: 8px 10px;
    color: var(--muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .connection {
    flex: none;
    padding: 10px 16px;
    background: var(--warn);
    color: var(--on-warn);
    font-size: 0.9em;
  }
  .toast {
    position: absolute;
    right: 16px;
    top: 78px;
    left: 16px;
    width: fit-content;
    margin: 0 auto;
    padding: 8px 16px;
    border-radius: 20px;
    background: var(--text);
    color: var(--surface);
    font-size: 0.9em;
    text-align: center;
    animation: rise var(--ease);
    pointer-events: none;
  }
  .veil {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: flex-end;
    padding: 12px;
    background: rgb(8 16 15 / 45%);
  }
  .sheet {
    width: 100%;
    max-height: 100%;
    overflow: auto;
    padding: 20px;
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    animation: rise var(--ease);
  }
  .sheet .detail {
    margin: 6px 0 18px;
    color: var(--muted);
  }
  @media ${unsafeCSS(SMALL)} {
    .panel {
      inset: 0;
      width: auto;
      height: 100dvh;
      border: 0;
      border-radius: 0;
      padding: env(safe-area-inset-top, 0px) env(safe-area-inset-right, 0px)
        env(safe-area-inset-bottom, 0px) env(safe-area-inset-left, 0px);
    }
  }
  @media (max-height: 460px) {
    header {
      padding-block: 4px;
    }
  }
  @media (max-width: 350px) {
    header {
      padding-inline-start: 10px;
    }
    .mark {
      display: none;
    }
  }
`;
