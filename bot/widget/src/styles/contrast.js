import { css } from 'lit';

/** For those who ask for more contrast, and for systems that bring their own colours. */
export const contrast = css`
  @media (prefers-contrast: more) {
    .frame {
      --muted: var(--text);
      --line: var(--edge);
      --edge: var(--text);
    }
    .bubble {
      border-color: var(--edge);
    }
  }
  @media (forced-colors: active) {
    .launcher,
    .bubble,
    .typing,
    .strong,
    .send,
    .kind,
    .demo,
    .badge,
    .toast,
    .connection,
    .sheet,
    .prompt {
      border: 1px solid CanvasText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
    .field:focus-within {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
    .part,
    .stars .filled svg {
      fill: Highlight;
    }
    .feedback [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .typing i {
      background: CanvasText;
    }
  }
`;
