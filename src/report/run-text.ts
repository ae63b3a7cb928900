import {
  clawbackStatuses,
  type RefusalCode,
  refusalCodes,
  type UnpaidStatus,
  unpaidStatuses,
} from '../domain/account.ts';
import { codes } from '../domain/codes.ts';
import { sayDay } from '../domain/day.ts';
import { addPence, formatPounds, noPence, sumPence, withSeparators } from '../domain/money.ts';
import { sayPatients } from '../domain/say.ts';
import { type Block, heading, list, numberedList, paragraph, renderPage, table, title, unbroken } from './page.ts';
import type { Paint } from './paint.ts';
import type { InputCount, RunSummary, WarningGroup } from './run-summary.ts';
import { cite } from './show/cite.ts';
import { noLines } from './sums.ts';
import { figures, row, type TextTable, totalRow, words } from './text-table.ts';
import type { ReasonTotals, Totals } from './totals.ts';

/** Where the run went: a rehearsal goes nowhere. */
export type RunPlace = { readonly folder: string } | 'rehearsal';

/** What `run` prints: the page, and apart from it the next step, which goes to stderr. */
export interface RunText {
  readonly text: string;
  readonly next: string;
}

/** A run told to an analyst. */
export function runText(summary: RunSummary, place: RunPlace, paint: Paint): RunText {
  return { text: renderPage(pageOf(summary, place), paint), next: nextStep(place) };
}

function pageOf(summary: RunSummary, place: RunPlace): Block[] {
  const { scheme, period, asAt, totals, inputs, warnings } = summary;
  return [
    title(scheme.title),
    paragraph(`${scheme.commissioner} · ${scheme.id}`, 'dim'),
    paragraph(`${period.title} (${period.id}), as at ${sayDay(asAt)}`),
    paragraph(`${count(totals.practices, 'practice', 'practices')}, ${sayPatients(totals.patients)}`),
    ...section('Position', positionBlocks(totals)),
    ...section('By component and period', [table(componentTable(totals))]),
    ...section('Not paid, and why', unpaidBlocks(totals)),
    ...section('Refused rows', refusedBlocks(totals)),
    ...section('Rows read', [table(inputTable(inputs))]),
    ...section('Control totals', [table(controlTable(summary.totals))]),
    ...section('Warnings', warningBlocks(warnings)),
    ...section('Assumptions used', [
      numberedList(scheme.assumptions.map(({ clause, reading }) => `${reading} ${cite(clause)}`)),
    ]),
    ...section('Run folder', [unbroken(place === 'rehearsal' ? 'none: this was a rehearsal' : place.folder)]),
  ];
}

function section(name: string, blocks: readonly Block[]): Block[] {
  return [heading(name), ...blocks];
}

function positionBlocks({ all, paidAhead }: Totals): Block[] {
  const clawbacks = clawbackStatuses.map((status) =>
    row(`Clawbacks ${status}`, lines(all.clawbacks[status].lines), formatPounds(all.clawbacks[status].amount)),
  );
  const ahead = row('Paid already for later periods', lines(paidAhead.lines), formatPounds(paidAhead.amount));
  return [
    table({
      columns: [words(''), figures('lines'), figures('amount')],
      rows: [
        row('Entitlement to date', '', formatPounds(all.entitlement)),
        row('Already paid', '', formatPounds(all.alreadyPaid)),
        row('Payments', lines(all.payments.lines), formatPounds(all.payments.amount)),
        ...clawbacks,
        ...(paidAhead.lines === 0 ? [] : [ahead]),
        totalRow('Net: payments less clawbacks due', '', formatPounds(all.net)),
      ],
    }),
  ];
}

function componentTable({ components, all }: Totals): TextTable {
  const rows = components.flatMap(({ component, periods }) =>
    periods.map(({ period, sums }, q) =>
      row(
        q === 0 ? component.id : '',
        period.id,
        formatPounds(sums.entitlement),
        formatPounds(sums.alreadyPaid),
        formatPounds(sums.payments.amount),
        formatPounds(sums.clawbacks.due.amount),
        formatPounds(sums.net),
      ),
    ),
  );
  const total = totalRow(
    'all',
    '',
    formatPounds(all.entitlement),
    formatPounds(all.alreadyPaid),
    formatPounds(all.payments.amount),
    formatPounds(all.clawbacks.due.amount),
    formatPounds(all.net),
  );
  return {
    columns: [
      words('component'),
      words('period'),
      figures('entitlement'),
      figures('already paid'),
      figures('payments'),
      figures('clawbacks due'),
      figures('net'),
    ],
    rows: [...rows, total],
  };
}

/** Reasons carry dates and numbers of their own, so a run over many practices can have thousands: the largest stand here, all in withheld.csv. */
const reasonsShown = 15;

function unpaidBlocks({ unpaid, reasons }: Totals): Block[] {
  if (reasons.length === 0) return [paragraph('nothing')];
  const statuses = unpaidStatuses.flatMap((status) => {
    const { lines: number, amount } = unpaid.get(status) ?? noLines;
    return number === 0 ? [] : [row(sayUnpaid[status], lines(number), formatPounds(amount))];
  });
  const byAmount = [...reasons].sort(largestFirst);
  const shown = byAmount.slice(0, reasonsShown).map(({ status, reason, tally }) => {
    return `${status}, ${formatPounds(tally.amount)} in ${count(tally.lines, 'line', 'lines')}: ${reason}`;
  });
  const rest = byAmount.slice(reasonsShown);
  const restAmount = formatPounds(sumPence(rest.map(({ tally }) => tally.amount)));
  const others = `${count(rest.length, 'other reason', 'other reasons')}, ${restAmount}: see withheld.csv`;
  return [
    table({ columns: [words('status'), figures('lines'), figures('amount')], rows: statuses }),
    list(rest.length === 0 ? shown : [...shown, others]),
  ];
}

function largestFirst(a: ReasonTotals, b: ReasonTotals): number {
  if (a.tally.amount !== b.tally.amount) return a.tally.amount > b.tally.amount ? -1 : 1;
  const [keyA, keyB] = [`${a.status} ${a.reason}`, `${b.status} ${b.reason}`];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

const sayUnpaid: Readonly<Record<UnpaidStatus, string>> = {
  withheld: 'withheld: may still be paid later',
  forfeited: 'forfeited: a condition failed',
  proportion: 'not paid by a decision on a proportion',
  achievement: 'not earned by the measure',
  prorated: 'prorated: left during the period',
  left: 'left before the period',
  capped: 'capped: events over the cap',
  waived: 'waived: a recovery not taken',
};

const sayRefusal: Readonly<Record<RefusalCode, string>> = {
  'unknown-event': 'an event that the scheme does not pay for',
  'outside-term': 'an event outside the term',
  'after-leaving': 'an event after the practice left',
  'before-event': 'claimed before the event took place',
  late: 'claimed too late',
  duplicate: 'the event is counted already',
  'over-cap': 'over the cap',
};

function refusedBlocks({ refused }: Totals): Block[] {
  const rows = refusalCodes.flatMap((code) => {
    const number = refused.get(code) ?? 0;
    return number === 0 ? [] : [row(code, withSeparators(String(number)), sayRefusal[code])];
  });
  if (rows.length === 0) return [paragraph('none')];
  return [table({ columns: [words('code'), figures('rows'), words('')], rows })];
}

function inputTable(inputs: readonly InputCount[]): TextTable {
  return {
    columns: [words('file'), figures('rows'), words('of which not used')],
    rows: inputs.map(({ file, rows, notUsed }) => {
      const unused = notUsed.map(({ reason, rows }) => `${withSeparators(String(rows))} ${reason}`);
      return row(file, withSeparators(String(rows)), unused.join('; '));
    }),
  };
}

/** The same money by three roads, and the rows of each report, for holding against a spreadsheet. */
function controlTable({ all, localities, payees, rows }: RunSummary['totals']): TextTable {
  const byLocality = localities.reduce((sum, { sums }) => addPence(sum, sums.net), noPence);
  const byPayee = payees.reduce((sum, { sums }) => addPence(sum, sums.net), noPence);
  return {
    columns: [words(''), figures('lines'), figures('net')],
    rows: [
      row('by component and period', '', formatPounds(all.net)),
      row('by locality', lines(localities.length), formatPounds(byLocality)),
      row('by payee', lines(payees.length), formatPounds(byPayee)),
      ...Object.entries(rows).map(([file, number]) => row(file, lines(number), '')),
    ],
  };
}

function warningBlocks(warnings: readonly WarningGroup[]): Block[] {
  if (warnings.length === 0) return [paragraph('none')];
  return [
    list(
      warnings.map(({ code, count: number, findings }) => {
        const [first] = findings;
        const example = first ? `; first: ${first.message}` : '';
        return `${code}, ${withSeparators(String(number))}: ${codes[code].title}${example}`;
      }),
    ),
  ];
}

function nextStep(place: RunPlace): string {
  if (place === 'rehearsal') return 'Next: nothing was written; to write the run folder, add --out DIR.';
  return 'Next: read withheld.csv and clawbacks.csv in the run folder, check the net total, and pay by statements.csv.';
}

function lines(number: number): string {
  return withSeparators(String(number));
}

function count(number: number, one: string, many: string): string {
  return `${withSeparators(String(number))} ${number === 1 ? one : many}`;
}
