import { ours } from '../../../domain/words/sentence.ts';
import { practicesCounted } from '../figures.ts';
import type { Gathered } from '../gather/gathered.ts';
import { tag } from '../markup.ts';
import type { Section } from './parts.ts';

/** Where a figure is followed to its steps: what the script fills. */
export function followSection({ practices }: Gathered): Section {
  const choice = tag(
    'div',
    { class: 'find', id: 'choose', hidden: true },
    tag(
      'p',
      {},
      tag('label', { for: 'who' }, ours`Practice `, tag('span', { class: 'hint' }, 'name or code')),
      tag('input', { id: 'who', list: 'who-list', autocomplete: 'off', spellcheck: 'false' }),
      tag('datalist', { id: 'who-list' }),
    ),
    tag('p', { id: 'who-found', class: 'note', role: 'status' }),
  );
  const body = [
    tag(
      'p',
      {},
      ours`Choose a practice, then a sum. It opens into its steps, each with its clause, the row of the file that it rests on, and what was paid before.`,
    ),
    practices.length > 1 ? choice : '',
    tag('div', { id: 'figure' }),
    tag(
      'noscript',
      {},
      tag(
        'p',
        { class: 'note' },
        ours`The steps of the figures of ${practicesCounted(practices.length)} need the script of this page. They stand in workings.csv too.`,
      ),
    ),
  ].filter((child) => child !== '');
  return { id: 'follow', title: 'Follow a figure', answer: null, body };
}
