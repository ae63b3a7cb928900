import { addDays, type Day, formatDay } from '../domain/day.ts';
import type { Facts } from '../domain/facts.ts';
import { type Finding, finding } from '../domain/findings/finding.ts';
import { dependenciesOf } from '../domain/scheme/depends-on.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { RunAsAt } from './account.ts';
import type { CountedClaims } from './claims/counted-claims.ts';
import { poolsHavePatients } from './earnings/pools.ts';
import { nothingIsPaidBelowNothing } from './settlement/paid-below-nothing.ts';

/** What is wrong with asking for this run of these facts. */
export function findingsOfRun(
  scheme: Scheme,
  facts: Facts,
  run: RunAsAt & { readonly claims: CountedClaims | null },
): Finding[] {
  return [
    ...asAtDateIsNotBeforeThePeriod(run),
    ...noticesMeanSomething(scheme, facts),
    ...acceptedClaimsAreThere(facts, run),
    ...nothingIsPaidBelowNothing(scheme, facts, run),
    ...poolsHavePatients(scheme, facts),
    ...practicesHaveTheirGroup(scheme, facts),
  ];
}

/** D before the start of the period is an error; before its end, a warning. */
function asAtDateIsNotBeforeThePeriod({ period, asAt }: RunAsAt): Finding[] {
  if (asAt >= period.end) return [];
  const place = { field: '--as-at' };
  const value = formatDay(asAt);
  if (asAt < period.start) {
    const message = `the as-at date lies before period ${period.id} starts, on ${formatDay(period.start)}`;
    const hint = `give an as-at date from ${formatDay(period.start)}, or run an earlier period`;
    return [finding('as-at-before-period', place, { message, value, hint })];
  }
  const message = `the as-at date lies before period ${period.id} ends, on ${formatDay(period.end)}: what happens after it is not seen`;
  const hint = `for the final figures of ${period.id} run again as at ${formatDay(addDays(period.end, 1))} or later`;
  return [finding('as-at-before-period-end', place, { message, value, hint })];
}

/** Accepting a late claim that is not in claims.csv does nothing: most likely its event_id is misspelt. */
function acceptedClaimsAreThere(
  { practices, decisions }: Facts,
  { claims, asAt }: { readonly claims: CountedClaims | null; readonly asAt: Day },
): Finding[] {
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
  return facts.practices
    .filter(({ noticeOn }) => noticeOn !== null)
    .map(({ code, noticeOn, line }) =>
      finding(
        'notice-without-period',
        { file: 'practices.csv', line, field: 'notice_on' },
        {
          message: `${code} gave notice, but the scheme has no notice period, so the notice does nothing`,
          value: noticeOn === null ? '' : formatDay(noticeOn),
          hint: 'give the day on which the practice leaves in the column left_on',
        },
      ),
    );
}

/** Where practices are taken together by locality or network, each has one. */
function practicesHaveTheirGroup(scheme: Scheme, { practices }: Facts): Finding[] {
  const groupings = new Set(scheme.components.flatMap((component) => [...dependenciesOf(component, scheme).together]));
  return [...groupings].flatMap((grouping) => {
    if (grouping === 'all') return [];
    const field = grouping === 'pcn' ? 'pcn_code' : 'locality';
    return practices
      .filter((practice) => practice[grouping] === null)
      .map(({ code, line }) => {
        const message = `${code} has no ${field}, and the scheme takes the practices of each ${grouping} together; expected one`;
        const hint = `fill in ${field} for ${code} in practices.csv`;
        return finding('practice-without-group', { file: 'practices.csv', line, field }, { message, hint, value: '' });
      });
  });
}
