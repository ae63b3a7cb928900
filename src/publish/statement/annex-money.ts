import type { Clawback } from '../../domain/account.ts';
import type { PaidRow } from '../../domain/facts.ts';
import { type Pence, sumPence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import type { Words } from '../../domain/words/words.ts';
import { type PaperBlock, plainCell, type TableRow } from '../paper/blocks.ts';
import type { PublishedPractice, WaitingSince } from '../publication.ts';
import { dim, figure, left, short, small } from './annex-cells.ts';
import { componentsFor } from './payee.ts';
import { sayComponents, sayMoney, sayPeriods, sayShortDay } from './say.ts';

/** What was paid on one day by one posting or under one reference, to one payee, for one period. */
interface PaidTogether {
  readonly row: PaidRow;
  readonly period: Period;
  readonly components: Component[];
  readonly amounts: Pence[];
}

/** What was paid before, a row for each day, posting and period; whom, where that is not the payee of the letter. */
export function paidBefore(payee: string, { story }: PublishedPractice): PaperBlock[] {
  const groups = new Map<string, PaidTogether>();
  for (const { line, periods, ahead } of story.components) {
    const all = [...periods.map(({ paid, position }) => ({ paid, period: position.period })), ...ahead];
    for (const { paid, period } of all) {
      for (const row of paid) {
        const { paidOn, posting, reference, payeeCode } = row;
        const key = [paidOn, posting ?? '', reference ?? '', payeeCode, period.index].join('\n');
        const known = groups.get(key) ?? { row, period, components: [], amounts: [] };
        groups.set(key, known);
        known.components.push(line.component);
        known.amounts.push(row.amount);
      }
    }
  }
  if (groups.size === 0) return [];
  const ordered = [...groups.values()].sort(
    (a, b) =>
      a.row.paidOn - b.row.paidOn || (a.row.posting ?? 0) - (b.row.posting ?? 0) || a.period.index - b.period.index,
  );
  const { words } = story.scheme;
  const total = sumPence(ordered.flatMap(({ amounts }) => amounts));
  return [
    {
      kind: 'table',
      dense: true,
      caption: 'What was paid before, and what was given back',
      columns: [short('Day'), left('For', 3), left('By', 1.4), figure('Sum')],
      rows: ordered.map((each) => paidRow(words, each, payee)),
      total: {
        cells: [{ words: small('In all') }, plainCell(''), plainCell(''), { words: small(sayMoney(words, total)) }],
      },
    },
  ];
}

function paidRow(words: Words, { row, period, components, amounts }: PaidTogether, payee: string): TableRow {
  const { paidOn, posting, reference, payeeCode } = row;
  const by = posting === null ? (reference ?? 'before this program') : `posting ${posting}`;
  const to = payeeCode === payee ? '' : `, to ${payeeCode}`;
  const several = new Set(components).size;
  const what = several > 2 ? `${several} components` : sayComponents(components);
  return {
    cells: [
      { words: small(sayShortDay(paidOn)) },
      { words: small(`${period.title}, ${what}`) },
      { words: small(`${by}${to}`) },
      { words: small(sayMoney(words, sumPence(amounts))) },
    ],
  };
}

const statuses = {
  due: 'comes back now',
  deferred: 'comes back later',
  proposed: 'waits for a decision',
  waived: 'stays with you',
} as const;

/** What was overpaid for one component, with one status, of which one run told first. */
interface BackTogether {
  readonly component: Component;
  readonly part: Clawback;
  readonly since: string;
  readonly periods: Period[];
  readonly amounts: Pence[];
}

/** What was overpaid, what becomes of it, and which run told of it first. */
export function overpaidTable(payee: string, practice: PublishedPractice): PaperBlock[] {
  const groups = new Map<string, BackTogether>();
  for (const { line, periods } of componentsFor(payee, practice)) {
    for (const { position } of periods) {
      const { settlement, period } = position;
      const parts = settlement.kind === 'clawback' ? settlement.parts : [];
      for (const part of parts.filter((each) => each.payeeCode === payee)) {
        const since = saySince(practice.waitingSince(line.component.id, period.id));
        const key = [line.component.id, part.status, since, part.clause].join('\n');
        const known = groups.get(key) ?? { component: line.component, part, since, periods: [], amounts: [] };
        groups.set(key, known);
        known.periods.push(period);
        known.amounts.push(part.amount);
      }
    }
  }
  if (groups.size === 0) return [];
  const columns = [
    left('For', 2.2),
    left('Periods', 1.2),
    left('What becomes of it', 1.2),
    left('Shown first by', 1.2),
    figure('Sum'),
    left('Clause', 0.8),
  ];
  const { words } = practice.story.scheme;
  const rows = [...groups.values()].map(
    ({ component, part, since, periods, amounts }): TableRow => ({
      cells: [
        { words: [...small(`${component.title} `), ...dim(component.id)] },
        { words: small(sayPeriods(periods)) },
        { words: small(statuses[part.status]) },
        { words: small(since) },
        { words: small(sayMoney(words, sumPence(amounts))) },
        { words: dim(part.clause) },
      ],
    }),
  );
  return [{ kind: 'table', dense: true, caption: 'What was overpaid', columns, rows, total: null }];
}

function saySince(since: WaitingSince): string {
  switch (since.kind) {
    case 'posting':
      return `posting ${since.posting.serial}, as at ${sayShortDay(since.posting.asAt)}`;
    case 'this-run':
      return 'this run';
    case 'unknown':
      return 'not known without the ledger';
  }
}
