import { type Child, tag } from '../markup.ts';
import { textAt } from './page-data.ts';

/** ` clause 12`, small; nothing where none is named. */
export function clauseOf(clause: number): Child[] {
  const text = textAt(clause);
  return text === '' ? [] : [' ', tag('span', { class: 'cl' }, /^\d/.test(text) ? `clause ${text}` : text)];
}
