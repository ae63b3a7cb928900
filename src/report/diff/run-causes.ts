import { type Day, sayDay } from '../../domain/day.ts';
import type { EvidenceRow, ListSize, MeasureRow, Membership, Practice, Succession } from '../../domain/facts.ts';
import { withSeparators } from '../../domain/money/money.ts';
import { equals, formatExact, sum } from '../../domain/money/ratio.ts';
import type { Dependencies } from '../../domain/scheme/depends-on.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { inWords } from '../../domain/words/words.ts';
import type { Cause } from './cause.ts';
import type { RunFacts } from './practice-causes.ts';
import { isOfWords, type SchemeChange, schemeCause } from './scheme-changes.ts';
import { touchedBy } from './touched.ts';

/** What one of two runs is, beside its facts. */
export interface RunHead {
  readonly runId: string;
  readonly period: string;
  readonly asAt: Day;
  /** The newest posting that it saw; 0 for an empty ledger, null without one. */
  readonly ledgerSerial: number | null;
}

/** What differs between two runs for every practice. */
export function runCauses(before: RunHead, after: RunHead, scheme: readonly SchemeChange[]): Cause[] {
  return [
    ...changed('period', 'period', before.period, after.period),
    ...changed('as-at', 'as-at date', sayDay(before.asAt), sayDay(after.asAt)),
    ...scheme.filter((change) => !isOfWords(change)).map(schemeCause),
  ];
}

/** Codes that stand for others in one run only, or from another day. */
export function successionCauses(before: RunFacts, after: RunFacts): Cause[] {
  const says = ({ oldCode, newCode, from }: Succession) => `${newCode} stands for ${oldCode} from ${sayDay(from)}`;
  const [was = [], is = []] = [before, after].map(({ facts }) => (facts.successions ?? []).map(says));
  const changes = [
    ...is.filter((each) => !was.includes(each)).map((each) => `succession added: ${each}`),
    ...was.filter((each) => !is.includes(each)).map((each) => `succession removed: ${each}`),
  ];
  const file = 'successions.csv';
  return changes.map((each) => ({ kind: 'practice', says: `${each} (${file})`, file, touches: 'all' }));
}

function changed(kind: Cause['kind'], name: string, before: string, after: string): Cause[] {
  return before === after ? [] : [{ kind, says: `${name} ${before} → ${after}`, file: null, touches: 'all' }];
}

/** How many practices a cause names. */
const named = 5;

/** Where the data of others changed, so does what is shared with them: told for the components that take practices together. */
export function sharedCauses(before: RunFacts, after: RunFacts): Cause[] {
  const schemes = [before.scheme, after.scheme];
  const shared = (turnsOn: (on: Dependencies) => boolean) =>
    touchedBy(schemes, (on) => on.together.size > 0 && turnsOn(on));
  const lists = changedCodes(before, after, ({ listSizes }) => listSizes, sameList);
  const members = changedCodes(
    before,
    after,
    ({ practices }) => new Map(practices.map((each) => [each.code, each])),
    sameMember,
  );
  const moves = changedCodes(before, after, ({ memberships = new Map() }) => memberships, sameMoves);
  const figures = changedCodes(before, after, ({ measures }) => measures, sameRows);
  const sent = changedCodes(before, after, ({ evidence }) => evidence, sameEvidence);
  return [
    ...sharedCause(
      'list-sizes.csv',
      shared(({ mayTakeOwnList }) => mayTakeOwnList),
      sayLists(before, after),
      lists,
    ),
    ...sharedCause(
      'practices.csv',
      shared(() => true),
      inWords(after.scheme.words, 'practices are taken together'),
      members,
    ),
    ...sharedCause(
      'memberships.csv',
      shared(() => true),
      inWords(after.scheme.words, 'practices are taken together'),
      moves,
    ),
    ...sharedCause(
      'measures.csv',
      shared(({ measures }) => measures.size > 0),
      'figures are counted together',
      figures,
    ),
    ...sharedCause(
      'evidence.csv',
      shared(({ evidenceOfOthers }) => evidenceOfOthers.size > 0),
      'what each has sent says who takes part',
      sent,
    ),
  ];
}

/** Where a person, or a limit, is that of all practices, the claims of others say whose it is. */
export function sharedClaimCauses(schemes: readonly [Scheme, Scheme]): Cause[] {
  const touches = touchedBy(schemes, (on) => on.together.size > 0 && on.events.size > 0);
  if (touches.length === 0) return [];
  const says = inWords(
    schemes[1].words,
    'shared with others: practices are taken together by their claims, and claims changed',
  );
  return [{ kind: 'shared', says, file: 'claims.csv', touches }];
}

function sharedCause(file: string, touches: readonly string[], what: string, codes: readonly string[]): Cause[] {
  if (touches.length === 0 || codes.length === 0) return [];
  const others = codes.length > named ? ` and ${codes.length - named} more` : '';
  const says = `shared with others: ${what}, and those of ${codes.slice(0, named).join(', ')}${others} changed`;
  return [{ kind: 'shared', says, file, touches }];
}

function sayLists(before: RunFacts, after: RunFacts): string {
  const patients = [before, after].map(({ facts }) => sum([...facts.listSizes.values()].map((list) => list.patients)));
  return `${patients.map((each) => withSeparators(formatExact(each))).join(' → ')} patients on all lists`;
}

/** Practices of which something is not the same in both runs, or is there in one only. */
function changedCodes<T>(
  before: RunFacts,
  after: RunFacts,
  of: (facts: RunFacts['facts']) => ReadonlyMap<string, T>,
  same: (was: T, is: T) => boolean,
): string[] {
  const [was, is] = [of(before.facts), of(after.facts)];
  const codes = [...new Set([...was.keys(), ...is.keys()])].sort();
  return codes.filter((code) => {
    const [from, to] = [was.get(code), is.get(code)];
    return from === undefined || to === undefined || !same(from, to);
  });
}

function sameList(was: ListSize, is: ListSize): boolean {
  return equals(was.patients, is.patients);
}

function sameMember(was: Practice, is: Practice): boolean {
  const [from, to] = [was, is].map(({ locality, pcn, joinedOn, noticeOn, leftOn }) =>
    [locality, pcn, joinedOn, noticeOn, leftOn].join(','),
  );
  return from === to;
}

function sameMoves(was: readonly Membership[], is: readonly Membership[]): boolean {
  const [from, to] = [was, is].map((rows) => rows.map((row) => [row.from, row.locality, row.pcn].join(',')).join('\n'));
  return from === to;
}

function sameRows(was: readonly MeasureRow[], is: readonly MeasureRow[]): boolean {
  const texts = [was, is].map((rows) =>
    rows
      .map((row) => `${row.measure} ${row.asAt} ${formatExact(row.numerator)} ${formatExact(row.denominator)}`)
      .sort(),
  );
  return texts[0]?.join('\n') === texts[1]?.join('\n');
}

function sameEvidence(was: readonly EvidenceRow[], is: readonly EvidenceRow[]): boolean {
  const [from, to] = [was, is].map((rows) =>
    rows
      .map((row) =>
        [row.evidence, row.component, row.period, row.receivedOn, row.quantity && formatExact(row.quantity)].join(','),
      )
      .sort(),
  );
  return from?.join('\n') === to?.join('\n');
}
