import { sayDay } from '../../domain/day.ts';
import {
  addPence,
  formatPounds,
  noPence,
  type Pence,
  subtractPence,
  withSeparators,
} from '../../domain/money/money.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { type Block, bulletList, heading, paragraph, renderPage, table, title } from '../page/page.ts';
import type { Paint } from '../page/paint.ts';
import { figureColumn, type Row, row, wordColumn } from '../page/text-table.ts';
import type { Cause } from './cause.ts';
import {
  type ComparedRun,
  type ControlTotals,
  causesOf,
  changesByLedgerAlone,
  changesEntitlement,
  type PracticeChange,
  type RunComparison,
} from './difference.ts';
import { figureNames, type LineChange } from './line-changes.ts';

/** What changed between two runs, for a person: what is worth more or less and why; then the ledger; then what else moves money; then the totals. */
export function diffText(difference: RunComparison, paint: Paint): string {
  const { forAll, practices } = difference;
  const worth = practices.filter(changesEntitlement);
  const others = practices.filter((each) => !changesEntitlement(each) && !changesByLedgerAlone(each));
  const { words } = difference.scheme;
  return renderPage(
    [
      ...titleBlocks(difference),
      ...listed(
        inWords(words, 'Different for every practice'),
        forAll.map(({ says }) => says),
      ),
      heading('What they are worth'),
      paragraph(sayWorth(difference, worth.length)),
      ...worth.flatMap((practice) => practiceBlocks(words, practice, forAll, ['entitlement'])),
      ...ledgerBlocks(difference),
      ...otherBlocks(others, forAll, words),
      ...totalBlocks(difference),
      ...listed('Different besides', difference.otherwise),
    ],
    paint,
  );
}

function titleBlocks({ scheme, before, after }: RunComparison): Block[] {
  return [
    title(scheme.title),
    paragraph(`${scheme.commissioner} · ${scheme.id}`),
    paragraph(`before: ${sayRun(before)}`),
    paragraph(`after:  ${sayRun(after)}`),
  ];
}

function sayRun({ period, asAt, runId }: ComparedRun): string {
  return `${period}, as at ${sayDay(asAt)}, run ${runId.slice(0, 12)}`;
}

function listed(name: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [heading(name), bulletList(items)];
}

function sayWorth({ scheme: { words }, before, after, compared }: RunComparison, changed: number): string {
  const say = sayIn(words);
  if (changed === 0) return say`The entitlements of all ${number(compared)} practices are the same.`;
  const [was, is] = [before.totals.entitlement, after.totals.entitlement];
  const sums = `${formatPounds(words, was)} → ${formatPounds(words, is)} (${sayChange(words, was, is)})`;
  return say`Entitlements ${sums}; those of ${number(changed)} of ${number(compared)} practices differ.`;
}

/** A practice with those of its figures that changed, and why. */
function practiceBlocks(
  words: Words,
  { code, name, lines, causes }: PracticeChange,
  forAll: readonly Cause[],
  shown: readonly (typeof figureNames)[number][],
): Block[] {
  const columns = [
    wordColumn('component'),
    wordColumn('period'),
    wordColumn('figure'),
    figureColumn('before'),
    figureColumn('after'),
    figureColumn('change'),
  ];
  return [
    heading(`${name} (${code})`),
    table({ columns, rows: lines.flatMap((line) => lineRows(words, line, shown)) }),
    ...sayMoney(words, lines, shown).map((sentence) => paragraph(sentence)),
    paragraph('Because:', 'strong'),
    bulletList(reasons(words, lines, causes, forAll)),
  ];
}

function lineRows(
  words: Words,
  { component, period, before, after, payee }: LineChange,
  shown: readonly string[],
): Row[] {
  const changed = figureNames.filter((name) => shown.includes(name) && before[name] !== after[name]);
  const amounts = changed.map((name) => changeRow(words, [component, period, name], before[name], after[name]));
  return payee === null ? amounts : [...amounts, row(component, period, 'payee', payee.before, payee.after, '')];
}

/** What the change does to the money of the run, where the table has entitlements alone. */
function sayMoney(words: Words, lines: readonly LineChange[], shown: readonly string[]): string[] {
  const changes = figureNames.flatMap((name) => {
    if (shown.includes(name)) return [];
    const [was, is] = (['before', 'after'] as const).map((run) =>
      lines.reduce((sum, line) => addPence(sum, line[run][name]), noPence),
    );
    return was === undefined || is === undefined || was === is
      ? []
      : [`${plural[name]} ${formatPounds(words, was)} → ${formatPounds(words, is)}`];
  });
  return changes.length === 0 ? [] : [`In the run: ${changes.join('; ')}.`];
}

const plural: Readonly<Record<(typeof figureNames)[number], string>> = {
  entitlement: 'entitlements',
  payment: 'payments',
  'clawback due': 'clawbacks due',
  'clawback deferred': 'clawbacks deferred',
  'clawback proposed': 'clawbacks proposed',
  'clawback waived': 'clawbacks waived',
};

function changeRow(words: Words, names: readonly string[], before: Pence, after: Pence): Row {
  return row(...names, formatPounds(words, before), formatPounds(words, after), sayChange(words, before, after));
}

function sayChange(words: Words, before: Pence, after: Pence): string {
  const change = subtractPence(after, before);
  return `${change > noPence ? '+' : ''}${formatPounds(words, change)}`;
}

/** A practice's own causes, and by name those that hold for all and touch its lines. What was posted since is told for all in one line. */
function reasons(
  words: Words,
  lines: readonly LineChange[],
  causes: readonly Cause[],
  forAll: readonly Cause[],
): string[] {
  const own = causes.filter(({ kind }) => kind !== 'ledger').map(({ says }) => says);
  const shared = causesOf(lines, forAll).map(({ says }) => says);
  const asForAll = shared.length === 0 ? [] : [`${inWords(words, 'as for every practice')}: ${shared.join('; ')}`];
  const all = [...own, ...asForAll];
  if (all.length > 0) return all;
  return causes.length > 0
    ? ['what was posted since']
    : ['nothing found in what the two runs were made from: verify both'];
}

/** The growth of the ledger in one line. */
function ledgerBlocks({ scheme: { words }, before, after, practices }: RunComparison): Block[] {
  if (before.ledgerSerial === after.ledgerSerial) return [];
  const serials = [before, after].map(({ ledgerSerial }) => sayLedger(ledgerSerial)).join(' → ');
  const alone = practices.filter(changesByLedgerAlone).length;
  const posted = `${formatPounds(words, before.posted)} → ${formatPounds(words, after.posted)} (${sayChange(words, before.posted, after.posted)})`;
  const nothingElse =
    alone === 0
      ? ''
      : ` For ${sayPractices(words, alone)} nothing changed but what was posted since, and so what is still to pay.`;
  return [heading('The ledger'), paragraph(`Ledger ${serials}: posted in all ${posted}.${nothingElse}`)];
}

function sayLedger(serial: number | null): string {
  return serial === null ? 'none' : serial === 0 ? 'without a posting of the scheme' : `up to posting ${serial}`;
}

function otherBlocks(practices: readonly PracticeChange[], forAll: readonly Cause[], words: Words): Block[] {
  if (practices.length === 0) return [];
  return [
    heading('The same worth, but other payments or clawbacks'),
    paragraph(`Of ${sayPractices(words, practices.length)}:`),
    ...practices.flatMap((practice) => practiceBlocks(words, practice, forAll, figureNames)),
  ];
}

function totalBlocks({ scheme: { words }, before, after, practices, compared, repeated }: RunComparison): Block[] {
  const names: readonly (readonly [string, keyof ControlTotals])[] = [
    ['entitlement', 'entitlement'],
    ['already paid', 'alreadyPaid'],
    ['payments', 'payments'],
    ['clawbacks due', 'clawbacksDue'],
    ['net', 'net'],
  ];
  const rows = names.map(([name, total]) => changeRow(words, [name], before.totals[total], after.totals[total]));
  const say = sayIn(words);
  const says =
    practices.length === 0
      ? say`The amounts of all ${number(compared)} practices are the same.`
      : say`The amounts of ${number(practices.length)} of ${number(compared)} practices differ.`;
  const columns = [wordColumn(''), figureColumn('before'), figureColumn('after'), figureColumn('change')];
  return [
    heading('Together'),
    paragraph(says),
    table({ columns, rows }),
    table({
      columns: [
        wordColumn('in the second run'),
        figureColumn('as in the first'),
        figureColumn('new'),
        figureColumn('no more'),
      ],
      rows: [
        repeatedRow(words, 'payments', repeated.payments),
        repeatedRow(words, 'clawbacks due', repeated.clawbacksDue),
      ],
    }),
  ];
}

function repeatedRow(words: Words, name: string, { again, fresh, gone }: RunComparison['repeated']['payments']): Row {
  return row(name, formatPounds(words, again), formatPounds(words, fresh), formatPounds(words, gone));
}

function sayPractices(words: Words, count: number): string {
  return `${number(count)} ${inWords(words, count === 1 ? 'practice' : 'practices')}`;
}

function number(of: number): string {
  return withSeparators(String(of));
}
