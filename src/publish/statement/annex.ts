import type { Clawback } from '../../domain/account.ts';
import type { PaidRow } from '../../domain/facts.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { sayNumber } from '../../domain/words/say.ts';
import { type ConditionTold, conditionsTold } from '../../report/explain/conditions.ts';
import type { ComponentStory, Story } from '../../report/explain/story.ts';
import { type Block, type Column, cell, type Row, type Words, words } from '../paper/blocks.ts';
import type { PublishedPractice, WaitingSince } from '../publication.ts';
import { componentsFor, type Payee, type PayeeScheme } from './payee.ts';
import { sayComponents, sayMoney, sayPeriods, sayReason, sayShortDay } from './say.ts';

/** So many columns of periods stand beside one another; those of more follow in a table of their own. */
const mostPeriods = 6;

/** How the sums of a letter came about: by period, what was asked for and when it came, what was claimed, what was paid before. */
export function annexBlocks(payee: Payee, name: string): Block[] {
  const several = payee.schemes.length > 1;
  return [
    { kind: 'new-page' },
    { kind: 'heading', level: 2, text: `Annex to ${name}: how the sums came about` },
    ...payee.schemes.flatMap((scheme) => schemeBlocks(payee.code, scheme, several)),
  ];
}

function schemeBlocks(payee: string, { run, practices }: PayeeScheme, several: boolean): Block[] {
  const title: Block[] = several ? [{ kind: 'heading', level: 2, text: run.scheme.title }] : [];
  return [
    ...title,
    ...practices.flatMap((practice): Block[] => {
      const { code, name } = practice.story.account.practice;
      return [
        { kind: 'heading', level: 3, text: `${name} (${code})` },
        ...earnedTables(payee, practice),
        ...evidenceTable(practice.story),
        ...claimsTable(practice),
        ...paidTable(practice),
        ...backTable(payee, practice),
      ];
    }),
  ];
}

const small = (text: string): Words => words(text, 'fine');
const dim = (text: string): Words => words(text, 'fine-dim');
const left = (head: string, share: number): Column => ({ head, align: 'left', share });
const short = (head: string): Column => ({ head, align: 'left', share: null });
const figure = (head: string): Column => ({ head, align: 'right', share: null });

/** Earned, by component and period; the last of the tables has the sums in all. */
function earnedTables(payee: string, practice: PublishedPractice): Block[] {
  const components = componentsFor(payee, practice).filter(({ line }) => line.payeeCode === payee);
  const periods = components[0]?.periods.map(({ position }) => position.period) ?? [];
  if (periods.length === 0) return [];
  const parts: Period[][] = [];
  for (let at = 0; at < periods.length; at += mostPeriods) parts.push(periods.slice(at, at + mostPeriods));
  return parts.map((part, index): Block => {
    const isLast = index === parts.length - 1;
    const columns = [
      left('Component, and its id', 3),
      ...part.map(({ title }) => figure(title)),
      ...(isLast ? [figure('In all'), left('Clause', 1)] : []),
    ];
    return {
      kind: 'table',
      dense: true,
      caption: `Earned, by component: ${sayPeriods(part)}`,
      columns,
      rows: components.filter(isEarned).map((component) => earnedRow(component, part, isLast)),
      total: null,
    };
  });
}

/** Whether there is anything to say of a component: something was earned, or lost. */
function isEarned({ periods }: ComponentStory): boolean {
  return periods.some(({ position }) => position.entitlement !== noPence || position.unpaid.length > 0);
}

function earnedRow({ line, periods }: ComponentStory, part: readonly Period[], isLast: boolean): Row {
  const { component } = line;
  const amounts = periods.filter(({ position }) => part.includes(position.period)).map(({ position }) => position);
  const all = sumPence(periods.map(({ position }) => position.entitlement));
  return {
    cells: [
      { words: [...small(`${component.title} `), ...dim(component.id)] },
      ...amounts.map(({ entitlement }) => ({ words: small(sayMoney(entitlement)) })),
      ...(isLast ? [{ words: small(sayMoney(all)) }, { words: dim(component.clause) }] : []),
    ],
  };
}

const states = [
  ['met', 'yes'],
  ['failed', 'no'],
  ['open', 'not yet'],
  ['not due', 'not yet'],
] as const;

function evidenceTable(story: Story): Block[] {
  const rows = states.flatMap(([state, says]) =>
    conditionsTold(story, state).map((told) => evidenceRow(told, says, story)),
  );
  if (rows.length === 0) return [];
  const columns = [
    left('What we asked for', 4),
    short('Last day'),
    short('Came on'),
    left('Counts', 0.8),
    left('Clause', 1),
  ];
  return [{ kind: 'table', dense: true, caption: 'What we asked for, and when it came', columns, rows, total: null }];
}

function evidenceRow({ outcome, places, clauses }: ConditionTold, says: string, story: Story): Row {
  const { evidence, row, deadline, lacks, least, accepted } = outcome;
  const of =
    evidence.perComponent && story.components.length > 1
      ? `: ${sayComponents(places.map(({ component }) => component))}`
      : '';
  const when = evidence.perPeriod ? `: ${sayPeriods(places.map(({ period }) => period))}` : '';
  const late = row !== null && deadline !== null && row.receivedOn > deadline ? row.receivedOn - deadline : 0;
  const days = late === 1 ? 'one day late' : `${late} days late`;
  const why =
    lacks === 'too small'
      ? `${says}: ${row?.quantity ? sayNumber(row.quantity) : 'no number'}${least ? `, not ${sayNumber(least)}` : ''}`
      : late > 0
        ? accepted
          ? `accepted, ${days}`
          : days
        : says;
  return {
    cells: [
      { words: [...small(`${evidence.title}${of}${when} `), ...dim(evidence.id)] },
      { words: small(deadline === null ? 'none' : sayShortDay(deadline)) },
      { words: small(row === null ? 'not come' : sayShortDay(row.receivedOn)) },
      { words: small(why) },
      { words: dim(clauses.join(', ')) },
    ],
  };
}

function claimsTable({ story }: PublishedPractice): Block[] {
  const { refused, components, scheme } = story;
  const claimed = new Map(
    components.flatMap(({ periods }) =>
      periods.flatMap(({ claims }) => claims.map(({ claim }) => [claim.line, claim])),
    ),
  );
  const all = [
    ...[...claimed.values()].map((claim) => ({ claim, says: 'yes' })),
    ...refused.map(({ claim, refusal }) => ({ claim, says: `no: ${sayReason(refusal.reason, scheme)}` })),
  ].sort((a, b) => a.claim.eventDate - b.claim.eventDate || a.claim.line - b.claim.line);
  if (all.length === 0) return [];
  const rows = all.map(
    ({ claim, says }): Row => ({
      cells: [
        { words: small(claim.eventId) },
        { words: small(claim.event.replaceAll('-', ' ')) },
        { words: small(sayShortDay(claim.eventDate)) },
        { words: small(sayShortDay(claim.claimedOn)) },
        { words: small(says) },
      ],
    }),
  );
  const columns = [
    left('Claim', 1.4),
    left('Kind', 1.2),
    short('Event on'),
    short('Claimed on'),
    left('Counts', 1.6),
  ];
  return [{ kind: 'table', dense: true, caption: 'What was claimed', columns, rows, total: null }];
}

/** What was paid on one day by one posting or under one reference, to one payee, for one period. */
interface PaidTogether {
  readonly row: PaidRow;
  readonly period: Period;
  readonly components: Component[];
  readonly amounts: Pence[];
}

function paidTable({ story }: PublishedPractice): Block[] {
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
  const total = sumPence(ordered.flatMap(({ amounts }) => amounts));
  return [
    {
      kind: 'table',
      dense: true,
      caption: 'What was paid before, and what was given back',
      columns: [short('Day'), left('For', 3), left('By', 1.4), figure('Sum')],
      rows: ordered.map((each) => paidRow(each, story)),
      total: { cells: [{ words: small('In all') }, cell(''), cell(''), { words: small(sayMoney(total)) }] },
    },
  ];
}

function paidRow({ row, period, components, amounts }: PaidTogether, story: Story): Row {
  const { paidOn, posting, reference, payeeCode } = row;
  const by = posting === null ? (reference ?? 'before this program') : `posting ${posting}`;
  const to = payeeCode === story.account.practice.code ? '' : `, to ${payeeCode}`;
  const several = new Set(components).size;
  const what = several > 2 ? `${several} components` : sayComponents(components);
  return {
    cells: [
      { words: small(sayShortDay(paidOn)) },
      { words: small(`${period.title}, ${what}`) },
      { words: small(`${by}${to}`) },
      { words: small(sayMoney(sumPence(amounts))) },
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

function backTable(payee: string, practice: PublishedPractice): Block[] {
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
  const rows = [...groups.values()].map(
    ({ component, part, since, periods, amounts }): Row => ({
      cells: [
        { words: [...small(`${component.title} `), ...dim(component.id)] },
        { words: small(sayPeriods(periods)) },
        { words: small(statuses[part.status]) },
        { words: small(since) },
        { words: small(sayMoney(sumPence(amounts))) },
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
