import { noPence, sumPence } from '../../domain/money/money.ts';
import type { Period } from '../../domain/scheme/scheme.ts';
import { eventTitled, shortTitleOf } from '../../domain/scheme/titles.ts';
import { sayNumber } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { type ConditionTold, conditionsTold } from '../../report/explain/conditions.ts';
import type { ComponentStory, Story } from '../../report/explain/story.ts';
import type { PaperBlock, TableRow } from '../paper/blocks.ts';
import type { PublishedPractice } from '../publication.ts';
import { dim, figure, left, short, small } from './annex-cells.ts';
import { overpaidTable, paidBefore } from './annex-money.ts';
import { componentsFor, type Payee, type PayeeScheme } from './payee.ts';
import { sayComponents, sayMoney, sayPeriods, sayReason, sayShortDay, sayShortMonth } from './say.ts';

/** So many columns of periods stand beside one another; those of more follow in a table of their own. */
const mostPeriods = 6;
/** Letters of a name that a caption has room for. */
const longestInCaption = 40;

/** How the sums of a letter came about: by period, what was asked for and when it came, what was claimed, what was paid before. */
export function annexBlocks(payee: Payee, name: string): PaperBlock[] {
  const several = payee.schemes.length > 1;
  return [
    { kind: 'new-page' },
    { kind: 'heading', level: 2, text: `Annex to ${name}: how the sums came about` },
    ...payee.schemes.flatMap((scheme) => schemeBlocks(payee.code, scheme, several)),
  ];
}

function schemeBlocks(payee: string, { run, practices }: PayeeScheme, several: boolean): PaperBlock[] {
  const title: PaperBlock[] = several ? [{ kind: 'heading', level: 2, text: run.scheme.title }] : [];
  return [
    ...title,
    ...practices.flatMap((practice): PaperBlock[] => {
      const { code, name } = practice.story.account.practice;
      const tables = [
        ...earnedTables(payee, practice),
        ...evidenceTable(practice.story),
        ...claimsTable(practice),
        ...paidBefore(payee, practice),
        ...overpaidTable(payee, practice),
      ];
      const whose = name.length > longestInCaption ? code : name;
      return [
        { kind: 'heading', level: 3, text: `${name} (${code})` },
        ...(practices.length > 1 ? tables.map((table) => saidOf(table, whose)) : tables),
      ];
    }),
  ];
}

/** A table that may stand at the top of a page, far from the name of its practice, names it too. */
function saidOf(block: PaperBlock, whose: string): PaperBlock {
  return block.kind === 'table' && block.caption ? { ...block, caption: `${block.caption} (${whose})` } : block;
}

/** Earned, by component and period; the last of the tables has the sums in all. */
function earnedTables(payee: string, practice: PublishedPractice): PaperBlock[] {
  const components = componentsFor(payee, practice).filter(({ line }) => line.payeeCode === payee);
  const periods = components[0]?.periods.map(({ position }) => position.period) ?? [];
  if (periods.length === 0) return [];
  const parts: Period[][] = [];
  for (let at = 0; at < periods.length; at += mostPeriods) parts.push(periods.slice(at, at + mostPeriods));
  return parts.flatMap((part, index): PaperBlock[] => {
    const isLast = index === parts.length - 1;
    if (!isLast && !components.some((component) => isEarnedIn(component, part))) return [];
    const columns = [
      left('Component, and its id', 3),
      ...part.map(({ title }) => figure(sayShortMonth(title))),
      ...(isLast ? [figure('In all'), left('Clause', 1)] : []),
    ];
    const rows = components
      .filter(isEarned)
      .map((component) => earnedRow(practice.story.scheme.words, component, part, isLast));
    const caption = `Earned, by component: ${sayPeriods(part)}`;
    return [{ kind: 'table', dense: true, caption, columns, rows, total: null }];
  });
}

function isEarnedIn({ periods }: ComponentStory, part: readonly Period[]): boolean {
  return periods.some(({ position }) => part.includes(position.period) && position.entitlement !== noPence);
}

/** Whether there is anything to say of a component: something was earned, or lost. */
function isEarned({ periods }: ComponentStory): boolean {
  return periods.some(({ position }) => position.entitlement !== noPence || position.unpaid.length > 0);
}

function earnedRow(
  words: Words,
  { line, periods }: ComponentStory,
  part: readonly Period[],
  isLast: boolean,
): TableRow {
  const { component } = line;
  const amounts = periods.filter(({ position }) => part.includes(position.period)).map(({ position }) => position);
  const all = sumPence(periods.map(({ position }) => position.entitlement));
  return {
    cells: [
      { words: [...small(`${component.title} `), ...dim(component.id)] },
      ...amounts.map(({ entitlement }) => ({ words: small(sayMoney(words, entitlement)) })),
      ...(isLast ? [{ words: small(sayMoney(words, all)) }, { words: dim(component.clause) }] : []),
    ],
  };
}

const states = [
  ['met', 'yes'],
  ['failed', 'no'],
  ['open', 'not yet'],
  ['not due', 'not yet'],
] as const;

function evidenceTable(story: Story): PaperBlock[] {
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

function evidenceRow({ outcome, places, clauses }: ConditionTold, says: string, story: Story): TableRow {
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

function claimsTable({ story }: PublishedPractice): PaperBlock[] {
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
    ({ claim, says }): TableRow => ({
      cells: [
        { words: small(claim.eventId) },
        { words: small(shortTitleOf(eventTitled(claim.event, scheme))) },
        { words: small(sayShortDay(claim.eventDate)) },
        { words: small(sayShortDay(claim.claimedOn)) },
        { words: small(says) },
      ],
    }),
  );
  const columns = [left('Claim', 1.4), left('Kind', 1.2), short('Event on'), short('Claimed on'), left('Counts', 1.6)];
  return [{ kind: 'table', dense: true, caption: 'What was claimed', columns, rows, total: null }];
}
