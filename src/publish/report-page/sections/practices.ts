import { addPence, noPence, type Pence } from '../../../domain/money/money.ts';
import type { Said } from '../../../domain/words/sentence.ts';
import { ours } from '../../../domain/words/sentence.ts';
import { ofBars } from '../drawings.ts';
import { backSum, grouped, practicesCounted, shownSum } from '../figures.ts';
import type { Gathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import {
  drawnAtOnce,
  type ListColumn,
  type ListedPractice,
  listColumns,
  listFilters,
  listOrder,
  listScale,
  mostDrawn,
  mostWithBars,
  practiceRow,
} from '../rows/practice-row.ts';
import { histogram } from './histogram.ts';
import { type Section, scrolling, sumCell } from './parts.ts';

/** Who is paid what, and who owes: every practice. */
export function practicesSection({ words, practices }: Gathered): Section {
  const many = practices.length > mostWithBars;
  const body: Child[] = [
    ...(many ? histogram(words, practices) : []),
    ...(practices.length > 1 ? [finder(practices)] : []),
    table(practices, !many && practices.some(hasBar)),
  ];
  return { id: 'practices', title: ours`Practices`, answer: grouped(practices.length), body };
}

/** Where nothing is paid and nothing comes back there is nothing to draw. */
function hasBar({ pays, takenBack, waits }: ListedPractice): boolean {
  return pays !== noPence || takenBack !== noPence || waits !== noPence;
}

function finder(practices: readonly ListedPractice[]): Markup {
  const used = listFilters.filter(([, , holds]) => practices.some(holds));
  const options = [['', 'All'], ...used].map(([id = '', words = '']) =>
    tag('option', { value: String(id) }, String(words)),
  );
  // Without the script there is nothing to find with: it shows this when it is there.
  return tag(
    'div',
    { class: 'find', id: 'find', hidden: true },
    tag(
      'p',
      {},
      tag(
        'label',
        { for: 'find-text' },
        ours`Find a practice `,
        tag('span', { class: 'hint' }, 'name, code or locality'),
      ),
      tag('input', { id: 'find-text', type: 'search', autocomplete: 'off', spellcheck: 'false' }),
    ),
    tag('p', {}, tag('label', { for: 'find-kind' }, 'Show'), tag('select', { id: 'find-kind' }, options)),
    tag('p', { id: 'found', class: 'note', role: 'status' }, ours`All ${practicesCounted(practices.length)}`),
  );
}

function table(practices: readonly ListedPractice[], withBars: boolean): Markup {
  const columns = listColumns(practices);
  const hasLocalities = practices.some(({ locality }) => locality !== null);
  const scale = withBars ? listScale(practices) : null;
  const drawn = practices.length > mostDrawn ? drawnAtOnce : practices.length;
  const rows = practices.toSorted(listOrder(practices)).slice(0, drawn);
  return tag(
    'div',
    {},
    scrolling(
      ours`Practices`,
      tag(
        'table',
        { id: 'list', class: 'stack' },
        tag('caption', {}, caption(practices.length, drawn, withBars)),
        listHead(columns, hasLocalities, withBars),
        tag(
          'tbody',
          {},
          rows.map((practice) => practiceRow(practice, columns, hasLocalities, scale)),
        ),
        practices.length > 1 ? tag('tfoot', {}, totalRow(practices, columns, hasLocalities, withBars)) : null,
      ),
    ),
    tag(
      'p',
      { class: 'more', id: 'more', hidden: practices.length > drawn ? null : true },
      tag('button', { type: 'button', id: 'show-more', hidden: true }, `Show ${drawnAtOnce} more`),
      tag('span', { class: 'note', id: 'shown' }, `${grouped(drawn)} of ${grouped(practices.length)} are shown`),
    ),
    tag('p', { class: 'vh', role: 'status', id: 'sorted' }),
  );
}

function caption(all: number, drawn: number, withBars: boolean): Child[] {
  if (drawn < all) return [ours`Those who owe first. A search or a sort goes over every practice.`];
  const bars = 'Bar: left of the line what comes back (solid) or waits (striped), right of it what is paid.';
  return [ours`Every practice.`, withBars ? ofBars(` ${bars}`) : ''];
}

function listHead(columns: readonly ListColumn[], hasLocalities: boolean, withBars: boolean): Markup {
  const cell = (key: string, text: Said, kind: string | null) =>
    tag('th', { scope: 'col', class: kind, 'data-key': key }, text);
  return tag(
    'thead',
    {},
    tag(
      'tr',
      {},
      cell('name', ours`Practice`, null),
      hasLocalities ? cell('locality', 'Locality', 'p2') : null,
      columns.map(({ key, head, width }) => cell(key, head, width === 1 ? 'n' : `n p${width}`)),
      withBars ? tag('td', { class: 'bar p2' }) : null,
    ),
  );
}

function totalRow(
  practices: readonly ListedPractice[],
  columns: readonly ListColumn[],
  hasLocalities: boolean,
  withBars: boolean,
): Markup {
  const cells = columns.map(({ key, head, width, of, isBack }) => {
    const amount: Pence = practices.map(of).reduce(addPence, noPence);
    const shown = isBack || (key === 'net' && amount < noPence) ? backSum(amount) : shownSum(amount);
    return sumCell(head, shown, width === 1 ? '' : `p${width}`);
  });
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, `All ${grouped(practices.length)}`),
    hasLocalities ? tag('td', { class: 'p2' }) : null,
    cells,
    withBars ? tag('td', { class: 'bar p2' }) : null,
  );
}
