import { sumPence } from '../../domain/money/money.ts';
import type { Period } from '../../domain/scheme/scheme.ts';
import { sayNumber } from '../../domain/words/say.ts';
import { type ConditionTold, conditionsTold } from '../../report/explain/conditions.ts';
import type { ComponentStory, PeriodStory, Story } from '../../report/explain/story.ts';
import { type Block, cell, type Column, type Row, type Words, words } from '../paper/blocks.ts';
import type { PublishedPractice } from '../publication.ts';
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

const small = (text: string): Words => words(text, 'small');
const dim = (text: string): Words => words(text, 'small-dim');
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
      caption: `Earned, by component: ${sayPeriods(part)}`,
      columns,
      rows: components.map((component) => earnedRow(component, part, isLast)),
      total: null,
    };
  });
}

function earnedRow({ line, periods }: ComponentStory, part: readonly Period[], isLast: boolean): Row {
  const { component } = line;
  const amounts = periods.filter(({ position }) => part.includes(position.period)).map(({ position }) => position);
  const all = sumPence(periods.map(({ position }) => position.entitlement));
  return {
    cells: [
      { words: small(component.title), note: component.id },
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
    left('What we asked for', 3),
    short('Last day'),
    short('Came on'),
    left('Counts', 1.2),
    left('Clause', 1),
  ];
  return [{ kind: 'table', caption: 'What we asked for, and when it came', columns, rows, total: null }];
}

function evidenceRow({ outcome, places, clauses }: ConditionTold, says: string, story: Story): Row {
  const { evidence, row, deadline, lacks, least, accepted } = outcome;
  const of = evidence.perComponent && story.components.length > 1 ? `: ${sayComponents(places.map(({ component }) => component))}` : '';
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
      { words: small(`${evidence.title}${of}${when}`), note: evidence.id },
      { words: small(deadline === null ? 'none' : sayShortDay(deadline)) },
      { words: small(row === null ? 'not come' : sayShortDay(row.receivedOn)) },
      { words: words(why, 'small') },
      { words: dim(clauses.join(', ')) },
    ],
  };
}

function claimsTable({ story }: PublishedPractice): Block[] {
  const { refused, components, scheme } = story;
  const claimed = new Map(
    components.flatMap(({ periods }) => periods.flatMap(({ claims }) => claims.map(({ claim }) => [claim.line, claim]))),
  );
  const all = [
    ...[...claimed.values()].map((claim) => ({ claim, says: 'yes' })),
    ...refused.map(({ claim, refusal }) => ({ claim, says: `no: ${sayReason(refusal.reason, scheme)}` })),
  ].sort((a, b) => a.claim.eventDate - b.claim.eventDate || a.claim.line - b.claim.line);
  if (all.length === 0) return [];
  const rows = all.map(({ claim, says }): Row => ({
    cells: [
      { words: small(claim.eventId) },
      { words: small(claim.event.replaceAll('-', ' ')) },
      { words: small(sayShortDay(claim.eventDate)) },
      { words: small(sayShortDay(claim.claimedOn)) },
      { words: small(says) },
    ],
  }));
  const columns = [left('Claim', 1.4), left('Kind', 1.2), short('Took place on'), short('Claimed on'), left('Counts', 1.6)];
  return [{ kind: 'table', caption: 'What was claimed', columns, rows, total: null }];
}

function paidTable({ story }: PublishedPractice): Block[] {
  const rows = story.components.flatMap(({ line, periods, ahead }) =>
    [...periods.map(paidOf), ...ahead].flatMap(({ paid, period }) =>
      paid.map((row) => ({ component: line.component, period, row })),
    ),
  );
  if (rows.length === 0) return [];
  const ordered = rows.sort((a, b) => a.row.paidOn - b.row.paidOn || (a.row.posting ?? 0) - (b.row.posting ?? 0));
  const columns = [short('Day'), left('For', 3), left('By', 1.4), figure('Sum')];
  const total = sumPence(rows.map(({ row }) => row.amount));
  return [
    {
      kind: 'table',
      caption: 'What was paid before, and what was given back',
      columns,
      rows: ordered.map(({ component, period, row }): Row => {
        const { posting, reference, payeeCode } = row;
        const by = posting === null ? (reference ?? 'before this program') : `posting ${posting}`;
        const to = payeeCode === story.account.practice.code ? '' : `, to ${payeeCode}`;
        return {
          cells: [
            { words: small(sayShortDay(row.paidOn)) },
            { words: small(`${component.title}, ${period.title}`) },
            { words: small(`${by}${to}`) },
            { words: small(sayMoney(row.amount)) },
          ],
        };
      }),
      total: { cells: [cell('In all'), cell(''), cell(''), { words: small(sayMoney(total)) }] },
    },
  ];
}

function paidOf({ paid, position }: PeriodStory) {
  return { paid, period: position.period };
}

const statuses = {
  due: 'comes back now',
  deferred: 'comes back later',
  proposed: 'waits for a decision',
  waived: 'stays with you',
} as const;

function backTable(payee: string, practice: PublishedPractice): Block[] {
  const rows = componentsFor(payee, practice).flatMap(({ line, periods }) =>
    periods.flatMap(({ position: { settlement, period } }) =>
      settlement.kind === 'clawback'
        ? settlement.parts
            .filter((part) => part.payeeCode === payee)
            .map((part): Row => {
              const since = practice.waitingSince(line.component.id, period.id);
              const run =
                since.kind === 'posting'
                  ? `posting ${since.posting.serial}, as at ${sayShortDay(since.posting.asAt)}`
                  : since.kind === 'this-run'
                    ? 'this run'
                    : 'not known';
              return {
                cells: [
                  { words: small(line.component.title), note: line.component.id },
                  { words: small(period.title) },
                  { words: small(statuses[part.status]) },
                  { words: small(run) },
                  { words: small(sayMoney(part.amount)) },
                  { words: dim(part.clause) },
                ],
              };
            })
        : [],
    ),
  );
  if (rows.length === 0) return [];
  const columns = [
    left('What was overpaid', 2.2),
    short('Period'),
    left('What becomes of it', 1.4),
    left('Shown first by', 1.4),
    figure('Sum'),
    left('Clause', 0.9),
  ];
  return [{ kind: 'table', caption: 'What was overpaid', columns, rows, total: null }];
}

