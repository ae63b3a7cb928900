import { clawbackStatuses, keptBackStatuses } from '../../../domain/account.ts';
import { noPence, type Pence, subtractPence, sumPence } from '../../../domain/money/money.ts';
import type { Said } from '../../../domain/words/sentence.ts';
import { ours } from '../../../domain/words/sentence.ts';
import { tie } from '../../document.ts';
import type { PublishedFinding, PublishedWarnings } from '../../publication.ts';
import { counted, grouped, minus, shownSum } from '../figures.ts';
import type { Gathered, RefusedTold, RunGathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { byScheme, head, type Section, scrolling, sumCell } from './parts.ts';

/** What the figures rest on: two sums that agree, warnings, refused rows, readings, files. */
export function restsOnSection(gathered: Gathered): Section {
  return {
    id: 'rests',
    title: 'What it rests on',
    answer: null,
    body: byScheme(gathered, (run) => [
      twoSums(run),
      ...warnings(run),
      ...refused(run),
      ...notUsed(run),
      ...readings(run),
      files(run),
    ]),
  };
}

/** The two sums that agree with the control totals of the run. */
function twoSums({ run }: RunGathered): Markup {
  const { totals, controls } = run;
  const { all } = totals;
  const kept = sumPence(keptBackStatuses.map((status) => all.keptBack[status]));
  const back = sumPence(clawbackStatuses.map((status) => all.clawbacks[status].amount));
  tie('worth less what is kept back', subtractPence(all.worth, kept), controls.entitlement);
  const settled = subtractPence(sumPence([all.payments.amount, all.carried.amount, all.setOff]), back);
  tie('earned less paid before', subtractPence(controls.entitlement, controls.alreadyPaid), settled);
  const { due, deferred, proposed, waived } = controls.clawbacks;
  return tag(
    'div',
    { class: 'two' },
    sumTable(
      'Worth to date, and what is earned of it',
      [
        ['Worth to date', all.worth],
        ['Withheld: can still come in', minus(all.keptBack.withheld)],
        ['A condition failed', minus(all.keptBack.forfeited)],
        ['By decision', minus(all.keptBack.proportion)],
        ['Less than nothing', minus(all.keptBack['below-nothing'])],
      ],
      ['Earned', controls.entitlement],
    ),
    sumTable(
      'What is earned, and what this run does',
      [
        ['Earned', controls.entitlement],
        ['Paid before', minus(controls.alreadyPaid)],
      ],
      ['Left to settle', subtractPence(controls.entitlement, controls.alreadyPaid)],
    ),
    sumTable(
      'The same, as it is settled',
      [
        ['Payments', controls.payments],
        ['Kept for the next payment', all.carried.amount],
        ['Set off', all.setOff],
        ['Taken back now', minus(due)],
        ['Comes back later', minus(deferred)],
        ['Waits for a decision', minus(proposed)],
        [ours`Stays with practices`, minus(waived)],
      ],
      ['Left to settle', settled],
    ),
  );
}

function sumTable(
  caption: string,
  rows: readonly (readonly [Said, Pence])[],
  [words, total]: readonly [string, Pence],
): Markup {
  const shown = rows.filter(([, amount], place) => place === 0 || amount !== noPence);
  const body = shown.map(([text, amount]) =>
    tag('tr', {}, tag('th', { scope: 'row' }, text), sumCell('Sum', shownSum(amount))),
  );
  return tag(
    'table',
    { class: 'foot' },
    tag('caption', {}, caption),
    tag('tbody', {}, body),
    tag(
      'tfoot',
      {},
      tag(
        'tr',
        {},
        tag('th', { scope: 'row' }, words),
        sumCell('Sum', total === noPence ? [noPence] : shownSum(total)),
      ),
    ),
  );
}

/** Findings of one code that are told one by one. */
const mostFindings = 3;

function warnings({ run }: RunGathered): Child[] {
  const all = run.warnings.map(({ count }) => count).reduce((a, b) => a + b, 0);
  if (all === 0) return [tag('h3', {}, 'Warnings'), tag('p', {}, 'None.')];
  return [
    tag('h3', {}, `${counted(all, 'warning')}, by kind`),
    tag('ul', { class: 'read' }, run.warnings.map(warning)),
  ];
}

function warning({ code, count, findings }: PublishedWarnings): Markup {
  const told = findings.slice(0, mostFindings);
  const more =
    count > told.length
      ? [tag('li', { class: 'note' }, `and ${grouped(count - told.length)} more, in summary.json`)]
      : [];
  return tag(
    'li',
    {},
    tag('b', {}, code.replaceAll('-', ' ')),
    ` (${grouped(count)})`,
    tag('ul', {}, told.map(finding), more),
  );
}

function finding({ message, file, line, value }: PublishedFinding): Markup {
  const place = [file, line === null ? null : `line ${line}`].filter((part) => part !== null).join(', ');
  return tag(
    'li',
    {},
    ...(place === '' ? [] : [`${place}: `]),
    ...(value === null ? [] : [tag('span', { class: 'mono' }, value), ' ']),
    message,
  );
}

const mostRefused = 60;

function refused({ refused: rows, run }: RunGathered): Child[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, mostRefused);
  const more =
    rows.length > shown.length
      ? ours` The first ${grouped(shown.length)} are shown; each stands with its practice.`
      : '';
  return [
    tag('h3', {}, `${counted(rows.length, 'claim')} that ${rows.length === 1 ? 'does' : 'do'} not count`),
    scrolling(
      `Claims that do not count in ${run.scheme.title}`,
      tag(
        'table',
        { class: 'stack' },
        tag('caption', {}, ours`Rows of claims.csv that were refused, with the reason.${more}`),
        head([[ours`Practice`], ['Why it does not count'], ['Row', 'p2']]),
        tag('tbody', {}, shown.map(refusedRow)),
      ),
    ),
  ];
}

function refusedRow({ practice, file, line, says, clause }: RefusedTold): Markup {
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, tag('a', { href: `#${practice.code}` }, practice.name)),
    tag('td', { 'data-h': 'Why' }, says, clause === '' ? null : tag('span', { class: 'note' }, `clause ${clause}`)),
    tag('td', { 'data-h': 'Row', class: 'p2 note nw' }, `${file}, line ${line}`),
  );
}

function notUsed({ run }: RunGathered): Child[] {
  const rows = run.rowsNotUsed.filter(({ reason }) => !reason.startsWith('refused'));
  if (rows.length === 0) return [];
  const items = rows.map(({ file, reason, rows: number }) =>
    tag('li', {}, `${file}: ${counted(number, 'row')} ${reason}`),
  );
  return [tag('h3', {}, 'Rows that took no part'), tag('ul', { class: 'read' }, items)];
}

function readings({ run }: RunGathered): Child[] {
  const { assumptions } = run.scheme;
  if (assumptions.length === 0) return [];
  const items = assumptions.map(({ clause, reading }) =>
    tag('li', {}, reading, ' ', tag('span', { class: 'cl' }, `clause ${clause}`)),
  );
  return [tag('h3', {}, 'Readings of what the paper leaves open'), tag('ul', { class: 'read' }, items)];
}

function files({ run }: RunGathered): Markup {
  const rows = run.inputs.map(({ file, rows: number, sha256 }) =>
    tag(
      'tr',
      {},
      tag('th', { scope: 'row' }, file),
      tag('td', { class: 'n p2', 'data-h': 'Rows' }, number === null ? '–' : grouped(number)),
      tag('td', { class: 'mono', 'data-h': 'sha256' }, sha256),
    ),
  );
  return tag(
    'div',
    {},
    tag('h3', {}, 'Files'),
    scrolling(
      'Files',
      tag(
        'table',
        { class: 'stack files' },
        tag('caption', {}, `What run ${run.runId} was made from; the same files make the same run.`),
        head([['File'], ['Rows', 'n p2'], ['sha256']]),
        tag('tbody', {}, rows),
      ),
    ),
  );
}
