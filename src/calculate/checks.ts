import { addDays, type Day, formatDay } from '../domain/day.ts';
import type { Facts } from '../domain/facts.ts';
import { type Finding, finding } from '../domain/findings/finding.ts';
import { isZero } from '../domain/money/ratio.ts';
import { groupingsOf } from '../domain/scheme/groupings.ts';
import { countsOwnList } from '../domain/scheme/lists-needed.ts';
import type { Period, Scheme } from '../domain/scheme/scheme.ts';
import { joiningDay, leftBeforeTheTerm } from '../domain/scheme/stay.ts';
import { sayIn } from '../domain/words/sentence.ts';
import type { RunAsAt } from './account.ts';
import type { CountedClaims } from './claims/counted-claims.ts';
import type { AccountFacts } from './identity/account-facts.ts';
import { dayOfBelonging, nameOn } from './identity/groups.ts';
import { partOf } from './identity/stay.ts';
import { nothingIsPaidBelowNothing } from './settlement/paid-below-nothing.ts';
import { poolsHavePatients } from './shared/pools.ts';

/** Whether nothing is wrong with any of these files of the data folder. */
type AreSound = (...files: readonly string[]) => boolean;

interface DataAsAt {
  /** Null for the data as they are at the end of the last period. */
  readonly period: Period | null;
  readonly asAt: Day;
  /** Null where the claims are not judged. */
  readonly claims: CountedClaims | null;
  /** Left out where all of them are. */
  readonly areSound?: AreSound;
}

/** What is wrong with asking for this run of these facts. */
export function findingsOfRun(scheme: Scheme, facts: AccountFacts, run: RunAsAt & DataAsAt): Finding[] {
  return [...asAtDateIsNotBeforeThePeriod(run), ...findingsOfData(scheme, facts, run)];
}

/** What is wrong with the facts whatever the period is. What follows from all rows of a file is told only where all of them could be read. */
export function findingsOfData(scheme: Scheme, facts: AccountFacts, data: DataAsAt): Finding[] {
  const { areSound = () => true } = data;
  return [
    ...noticesMeanSomething(scheme, facts),
    ...(areSound('claims.csv') ? acceptedClaimsAreThere(facts, data) : []),
    ...(areSound('paid.csv') ? nothingIsPaidBelowNothing(scheme, facts, data) : []),
    ...(areSound('practices.csv', 'list-sizes.csv') ? poolsHavePatients(scheme, facts) : []),
    ...(areSound('practices.csv', 'list-sizes.csv') ? joinersHaveTheirList(scheme, facts, data) : []),
    ...(areSound('memberships.csv') ? practicesHaveTheirGroup(scheme, facts) : []),
  ];
}

/** D before the start of the period is an error. */
export function asAtDateIsNotBeforeThePeriod({ period, asAt }: RunAsAt): Finding[] {
  if (asAt >= period.start) return [];
  const message = `the as-at date lies before period ${period.id} starts, on ${formatDay(period.start)}`;
  const hint = `give an as-at date from ${formatDay(period.start)}, or run an earlier period`;
  return [finding('as-at-before-period', { field: '--as-at' }, { message, value: formatDay(asAt), hint })];
}

/** D before the end of the period is a warning of a run; a month end mostly lies within one. */
export function thePeriodIsOver({ period, asAt }: RunAsAt): Finding[] {
  if (asAt >= period.end || asAt < period.start) return [];
  const message = `the as-at date lies before period ${period.id} ends, on ${formatDay(period.end)}: what happens after it is not seen`;
  const hint = `for the final figures of ${period.id} run again as at ${formatDay(addDays(period.end, 1))} or later`;
  return [finding('as-at-before-period-end', { field: '--as-at' }, { message, value: formatDay(asAt), hint })];
}

/** Accepting a late claim that is not in claims.csv does nothing: most likely its event_id is misspelt. */
function acceptedClaimsAreThere({ practices, decisions }: Facts, { claims, asAt }: DataAsAt): Finding[] {
  if (decisions.size === 0) return [];
  return practices.flatMap(({ code }, practice) => {
    const inVain = claims?.acceptedInVain(practice) ?? new Set();
    if (inVain.size === 0) return [];
    return (decisions.get(code) ?? [])
      .filter(({ decision, decidedOn }) => decision === 'accept-late' && decidedOn <= asAt)
      .filter(({ evidence }) => evidence !== null && inVain.has(evidence))
      .map(({ evidence, line }) =>
        finding(
          'accepted-claim-missing',
          { file: 'decisions.csv', line, field: 'evidence' },
          {
            message: `${code} has no claim with this event_id, so the decision does nothing; expected an event_id of claims.csv`,
            value: evidence ?? '',
            hint: 'copy the event_id from the row of the late claim in claims.csv',
          },
        ),
      );
  });
}

/** In a scheme without a notice period a notice does nothing. */
function noticesMeanSomething(scheme: Scheme, facts: Facts): Finding[] {
  if (scheme.leaving.notice !== null) return [];
  const say = sayIn(scheme.words);
  return facts.practices
    .filter(({ noticeOn }) => noticeOn !== null)
    .map(({ code, noticeOn, line }) =>
      finding(
        'notice-without-period',
        { file: 'practices.csv', line, field: 'notice_on' },
        {
          message: `${code} gave notice, but the scheme has no notice period, so the notice does nothing`,
          value: noticeOn === null ? '' : formatDay(noticeOn),
          hint: say`give the day on which the practice leaves in the column left_on`,
        },
      ),
    );
}

/** Where practices are taken together by locality or network, each has one in every period in which it takes part. */
function practicesHaveTheirGroup(scheme: Scheme, facts: AccountFacts): Finding[] {
  return [...groupingsOf(scheme)].flatMap((grouping) => {
    if (grouping === 'all') return [];
    const field = grouping === 'pcn' ? 'pcn_code' : 'locality';
    return facts.practices.flatMap((practice) => {
      const { code, line } = practice;
      if (leftBeforeTheTerm(scheme, practice)) return [];
      const without = scheme.periods.find((period) => {
        const on = dayOfBelonging(scheme, practice, period);
        return on <= period.end && nameOn(facts, practice, grouping, on) === null;
      });
      if (!without) return [];
      const message = sayIn(
        scheme.words,
      )`${code} has no ${field} in ${without.id}, and the scheme takes the practices of each ${sayGrouping[grouping]} together; expected one${grouping === 'pcn' ? ', or U for none' : ''}`;
      const hint = `fill in ${field} for ${code} in practices.csv, or the day from which it has one in memberships.csv`;
      return [finding('practice-without-group', { file: 'practices.csv', line, field }, { message, hint, value: '' })];
    });
  });
}

const sayGrouping = { locality: 'locality', pcn: 'network' } as const;

/** A practice that joins later has a list from then on, once a period of the run counts it. */
function joinersHaveTheirList(scheme: Scheme, facts: AccountFacts, { period }: DataAsAt): Finding[] {
  const { joining, leaving, population } = scheme;
  if (joining?.list !== 'first-after' || !countsOwnList(scheme)) return [];
  return facts.practices.flatMap((practice) => {
    const { code } = practice;
    const joinsOn = joiningDay(scheme, practice);
    if (joinsOn === null || facts.listSizes.has(code)) return [];
    const stay = { joinsOn, leavesOn: null, joining, leaving };
    const counts = scheme.periods
      .slice(0, period === null ? undefined : period.index + 1)
      .find((each) => !isZero(partOf(stay, each).part));
    if (!counts) return [];
    const message = `${code} joined on ${formatDay(joinsOn)}, and there is no list of it on that day or later, nor at ${formatDay(population.at)}; expected one, as ${counts.id} counts it`;
    const hint = `add the first list of ${code} after it joined, or clear joined_on if it took part from the start`;
    const place = { file: 'list-sizes.csv', field: 'practice_code' };
    return [finding('list-size-missing', place, { message, hint, value: code })];
  });
}
