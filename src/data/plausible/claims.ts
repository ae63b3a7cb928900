import { type Day, formatDay } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';
import { type Finding, finding, type Place } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { spellingOfId } from '../../domain/words/spelling-of-id.ts';
import { eventsOf } from '../tables/table-use.ts';
import { farFromTheTerm, nearTheTerm } from './days.ts';

type Tell = (finding: Finding) => void;
type Near = (day: Day) => string | null;

/** Looks at all claims of a practice at once, and tells what is hard to believe of them. */
export type ClaimsOfPractice = (code: string, claims: readonly Claim[]) => void;

/** Claims for events that the scheme does not pay for are refused, and nothing more is told of them. */
export function claimsAreLikely(scheme: Scheme, tell: Tell): ClaimsOfPractice {
  const events = eventsOf(scheme);
  const near = nearTheTerm(scheme.term);
  return (code, claims) => {
    for (const claim of claims) daysOfAClaimLieNearTheTerm(claim, near, tell);
    for (const event of events) {
      const own = claims.filter((claim) => claim.event === event);
      idsHaveOneSpellingAndOneDay(own, tell);
      daysHaveOneId(code, event, own, tell);
    }
  };
}

function daysOfAClaimLieNearTheTerm({ eventDate, claimedOn, line }: Claim, near: Near, tell: Tell): void {
  const far = { event: near(eventDate), claim: near(claimedOn) };
  if (far.event !== null) tell(farFromTheTerm({ file: 'claims.csv', line, field: 'event_date' }, far.event, eventDate));
  if (far.claim !== null) tell(farFromTheTerm({ file: 'claims.csv', line, field: 'claimed_on' }, far.claim, claimedOn));
}

/** Two people at one meeting give one id, on one day: other spellings are paid as other meetings, and of other days one is wrong. */
function idsHaveOneSpellingAndOneDay(claims: readonly Claim[], tell: Tell): void {
  const firsts = new Map<string, Claim>();
  for (const claim of claims) {
    const key = spellingOfId(claim.eventId);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, claim);
    else if (first.eventId !== claim.eventId) tell(otherSpelling(first, claim));
    else if (first.eventDate !== claim.eventDate) tell(otherDay(first, claim));
  }
}

function otherSpelling(first: Claim, { eventId, line }: Claim): Finding {
  const message = `stands as ${JSON.stringify(first.eventId)} in line ${first.line}: two ids are two events, each paid for itself`;
  const hint = 'if they are one event, write one spelling in both rows';
  return finding('event-in-two-spellings', idOf(line), { message, value: eventId, hint });
}

function otherDay(first: Claim, { eventId, eventDate, line }: Claim): Finding {
  const days = `${formatDay(eventDate)} here and ${formatDay(first.eventDate)} in line ${first.line}`;
  const message = `one event on two days, ${days}: it is paid once`;
  const hint = 'correct the day, or give the second event an id of its own';
  return finding('event-on-two-days', idOf(line), { message, value: eventId, hint });
}

const daysNamed = 3;

/** One meeting under two ids is paid twice. Told once for a practice and kind: of some kinds many fall on one day, and all is well. */
function daysHaveOneId(code: string, event: string, claims: readonly Claim[], tell: Tell): void {
  const firsts = new Map<Day, Claim>();
  const pairs = new Map<Day, { readonly first: Claim; readonly other: Claim }>();
  for (const claim of claims) {
    const first = firsts.get(claim.eventDate);
    if (first === undefined) firsts.set(claim.eventDate, claim);
    else if (!pairs.has(claim.eventDate) && isAnother(first, claim))
      pairs.set(claim.eventDate, { first, other: claim });
  }
  const inOrder = [...pairs.values()].sort((a, b) => a.other.eventDate - b.other.eventDate);
  const [shown] = inOrder;
  if (!shown) return;
  const named = inOrder.slice(0, daysNamed).map(({ first, other }) => {
    return `${formatDay(other.eventDate)} (lines ${first.line} and ${other.line})`;
  });
  const more = pairs.size > daysNamed ? `, and on ${count(pairs.size - daysNamed, 'more day', 'more days')}` : '';
  const message = `two events of ${code} on one day, ${event} on ${named.join(', ')}${more}: each is paid for itself`;
  const hint = 'if they are one event, write one id in both rows; if there were two, leave them as they are';
  tell(finding('two-events-on-one-day', idOf(shown.other.line), { message, value: shown.other.eventId, hint }));
}

/** An id in another spelling is told as that. */
function isAnother(first: Claim, claim: Claim): boolean {
  return first.eventId !== claim.eventId && spellingOfId(first.eventId) !== spellingOfId(claim.eventId);
}

function idOf(line: number): Place {
  return { file: 'claims.csv', line, field: 'event_id' };
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
