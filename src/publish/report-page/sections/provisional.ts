import { sayDay } from '../../../domain/day.ts';
import { formatPounds, noPence } from '../../../domain/money/money.ts';
import { claimWindowEnd } from '../../../domain/scheme/claim-window.ts';
import { isPaidByEvents } from '../../../domain/scheme/paid-events.ts';
import type { Gathered, RunGathered } from '../gather/gathered.ts';
import { allRuns } from './totals.ts';

/** Sums that later runs can still change: each with what it waits for. */
export function provisional(gathered: Gathered): readonly string[] {
  const { clawbacks, open } = allRuns(gathered);
  const pending = gathered.runs.flatMap(({ causes }) => causes.filter(({ cause }) => cause.kind === 'open'));
  const [only] = pending;
  const missing =
    pending.length === 1 && only && only.practices.length === 1
      ? `what is missing of ${only.practices[0]?.name} comes in`
      : 'what is missing comes in';
  return [
    ...(open > noPence ? [`${formatPounds(open)} until ${missing}`] : []),
    ...(clawbacks.proposed > noPence ? [`${formatPounds(clawbacks.proposed)} until it is decided on`] : []),
    ...(clawbacks.deferred > noPence ? [`${formatPounds(clawbacks.deferred)} until it may be taken back`] : []),
    ...gathered.runs.flatMap(claimsStillTaken),
  ];
}

/** While the window of a period of the run is open, more claims may come for it. */
function claimsStillTaken({ run }: RunGathered): string[] {
  const { claimWindow, periods, components } = run.scheme;
  if (claimWindow === null || !components.some(({ value }) => isPaidByEvents(value))) return [];
  const end = claimWindowEnd(claimWindow, periods, run.period);
  return run.asAt <= end ? [`what is paid by the event, until ${sayDay(end)}, when the last claims are in`] : [];
}
