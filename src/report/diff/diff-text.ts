import { sayDay } from '../../domain/day.ts';
import { formatPounds, noPence, type Pence, subtractPence, withSeparators } from '../../domain/money/money.ts';
import { type Block, heading, list, paragraph, renderPage, table, title } from '../page/page.ts';
import type { Paint } from '../page/paint.ts';
import { figures, type Row, row, words } from '../page/text-table.ts';
import type { Cause } from './cause.ts';
import {
  type ComparedRun,
  type ControlTotals,
  causesOf,
  type PracticeChange,
  type RunComparison,
} from './difference.ts';
import { figureNames, type LineChange } from './line-changes.ts';

/** What changed between two runs, for a person: what differs for all, then practice by practice the amounts and why, then the totals. */
export function diffText(difference: RunComparison, paint: Paint): string {
  const { forAll, practices } = difference;
  return renderPage(
    [
      ...titleBlocks(difference),
      ...listed(
        'Different for every practice',
        forAll.map(({ says }) => says),
      ),
      ...practices.flatMap((practice) => practiceBlocks(practice, forAll)),
      ...totalBlocks(difference),
      ...listed('Different besides', difference.otherwise),
    ],
    paint,
  );
}

function titleBlocks({ scheme, before, after }: RunComparison): Block[] {
  return [
    title(scheme.title),
    paragraph(`${scheme.commissioner} · ${scheme.id}`, 'dim'),
    paragraph(`before: ${sayRun(before)}`),
    paragraph(`after:  ${sayRun(after)}`),
  ];
}

function sayRun({ period, asAt, runId }: ComparedRun): string {
  return `${period}, as at ${sayDay(asAt)}, run ${runId.slice(0, 12)}`;
}

function listed(name: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [heading(name), list(items)];
}

function practiceBlocks({ code, name, lines, causes }: PracticeChange, forAll: readonly Cause[]): Block[] {
  const columns = [
    words('component'),
    words('period'),
    words('figure'),
    figures('before'),
    figures('after'),
    figures('change'),
  ];
  return [
    heading(`${name} (${code})`),
    table({ columns, rows: lines.flatMap(lineRows) }),
    paragraph('Because:', 'strong'),
    list(reasons(lines, causes, forAll)),
  ];
}

function lineRows({ component, period, before, after, payee }: LineChange): Row[] {
  const changed = figureNames.filter((name) => before[name] !== after[name]);
  const amounts = changed.map((name) => changeRow([component, period, name], before[name], after[name]));
  return payee === null ? amounts : [...amounts, row(component, period, 'payee', payee.before, payee.after, '')];
}

function changeRow(names: readonly string[], before: Pence, after: Pence): Row {
  const change = subtractPence(after, before);
  const sign = change > noPence ? '+' : '';
  return row(...names, formatPounds(before), formatPounds(after), `${sign}${formatPounds(change)}`);
}

/** A practice's own causes, and by name those that hold for all and touch its lines. */
function reasons(lines: readonly LineChange[], causes: readonly Cause[], forAll: readonly Cause[]): string[] {
  const shared = causesOf(lines, forAll).map(({ says }) => says);
  const asForAll = shared.length === 0 ? [] : [`as for every practice: ${shared.join('; ')}`];
  const all = [...causes.map(({ says }) => says), ...asForAll];
  return all.length > 0 ? all : ['nothing found in what the two runs were made from: verify both'];
}

function totalBlocks({ before, after, practices, compared }: RunComparison): Block[] {
  const names: readonly (readonly [string, keyof ControlTotals])[] = [
    ['entitlement', 'entitlement'],
    ['already paid', 'alreadyPaid'],
    ['payments', 'payments'],
    ['clawbacks due', 'clawbacksDue'],
    ['net', 'net'],
  ];
  const rows = names.map(([name, total]) => changeRow([name], before.totals[total], after.totals[total]));
  const says =
    practices.length === 0
      ? `The amounts of all ${number(compared)} practices are the same.`
      : `The amounts of ${number(practices.length)} of ${number(compared)} practices differ.`;
  const columns = [words(''), figures('before'), figures('after'), figures('change')];
  return [heading('Together'), paragraph(says), table({ columns, rows })];
}

function number(of: number): string {
  return withSeparators(String(of));
}
