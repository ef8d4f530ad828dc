import { tokens } from './tokens.js';
import { base } from './base.js';
import { launcher } from './launcher.js';
import { panel } from './panel.js';
import { menu } from './menu.js';
import { messages } from './messages.js';
import { choices } from './choices.js';
import { card } from './card.js';
import { composer } from './composer.js';
import { rating } from './rating.js';
import { contrast } from './contrast.js';

/** Adopted style sheets: a page may forbid inline styles. The last wins. */
export const styles = [
  tokens, base, launcher, panel, menu, messages, choices, card, composer, rating, contrast,
];
