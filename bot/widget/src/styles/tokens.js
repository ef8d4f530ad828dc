import { css } from 'lit';

/** The colours, each pair with a contrast of 4.5 or more (3 for edges), and what a page may set. */
export const tokens = css`
  :host,
  .apart {
    /* Nothing of the page's type leaks in; custom properties and the direction still do. */
    all: initial;
    display: block;
  }
  .apart {
    /* The page's rules for every element win over :host, but do not reach this far. */
    visibility: inherit;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    --accent: var(--prorata-accent, #0b6b5f);
    --on-accent: var(--prorata-on-accent, #fff);
    --accent-soft: #e2f1ee;
    --surface: var(--prorata-surface, #fff);
    --soft: #f3f6f5;
    --text: var(--prorata-text, #16211f);
    --muted: #54625f;
    --line: #e1e8e6;
    --edge: #7b8a87;
    --bad: #ae2012;
    --warn: #fdf1d3;
    --on-warn: #654500;
    --shadow: 0 1px 2px rgb(16 33 30 / 6%), 0 12px 40px rgb(16 33 30 / 16%);
    --radius: var(--prorata-radius, 18px);
    --ease: 180ms cubic-bezier(0.2, 0.8, 0.3, 1);
    color: var(--text);
    color-scheme: light;
    font-family: var(
      --prorata-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      'Noto Sans',
      sans-serif
    );
    font-size: 0.94em;
    line-height: 1.5;
    -webkit-text-size-adjust: 100%;
  }
  .dark {
    --accent: var(--prorata-accent, #62d0bd);
    --on-accent: var(--prorata-on-accent, #05231d);
    --accent-soft: #14352f;
    --surface: var(--prorata-surface, #141a19);
    --soft: #1f2826;
    --text: var(--prorata-text, #ecf2f0);
    --muted: #a4b3b0;
    --line: #2c3735;
    --edge: #74847f;
    --bad: #ffb3a8;
    --warn: #3a2f10;
    --on-warn: #ffdf94;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 16px 48px rgb(0 0 0 / 50%);
    color-scheme: dark;
  }
`;
