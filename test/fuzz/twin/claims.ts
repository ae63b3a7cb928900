import { dayOf, monthsAfter } from './calendar.ts';
import { windowEnd } from './conditions.ts';
import { floor, read } from './fraction.ts';
import type { Place } from './place.ts';
import { quantity } from './quantity.ts';
import { type Counted, type Judged, longAfterEnd, type Member, type Span, type World } from './world.ts';
import type { Block, Component, EventLimits, Row } from './written.ts';

interface Claim extends Counted {
  readonly claimed: number;
  readonly line: number;
  /** The day by which it takes its turn. */
  readonly turn: number;
  readonly isLate: boolean;
}

/** The block that says how many events of a kind count, and the component in which it stands. */
export interface Owner {
  readonly component: Component;
  readonly limits: EventLimits;
}

/** The kinds of events that a scheme counts, in its order, each with the block that owns it. */
function ownersOf({ components }: World): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const component of components)
    for (const block of blocksIn(component.value)) {
      const event: unknown = Reflect.get(block, 'event');
      if (typeof event === 'string' && !Reflect.has(block, 'limitsOf') && !owners.has(event))
        owners.set(event, { component, limits: block });
    }
  return owners;
}

function blocksIn(tree: object): object[] {
  return [
    tree,
    ...Object.values(tree).flatMap((part) => (typeof part === 'object' && part !== null ? blocksIn(part) : [])),
  ];
}

interface Standing {
  readonly counted: Claim[];
  readonly refused: { line: number; code: string }[];
  readonly unknown: Set<string>;
}

/** Whether each claim of each member counts, and why not, in the turn of all of them. */
export function judged(world: World): ReadonlyMap<Member, Judged> {
  const owners = ownersOf(world);
  const kinds = [...owners.keys()];
  const stands = new Map<Member, Standing>(
    world.members.map((member) => [member, { counted: [], refused: [], unknown: new Set() }]),
  );
  const claims = world.members
    .flatMap((member) => member.rows('claims.csv').map((row) => ({ member, ...claimOf(row, member, owners, world) })))
    .sort(
      (a, b) =>
        a.turn - b.turn ||
        a.on - b.on ||
        compared(a.id, b.id) ||
        kinds.indexOf(a.event) - kinds.indexOf(b.event) ||
        a.line - b.line,
    );
  // Who claimed for a person first, whether or not a limit then left it unpaid: on one day the first member.
  const firsts = new Map<string, Member>();
  const inTurn = [...claims].sort((a, b) => a.turn - b.turn || a.on - b.on || a.member.place - b.member.place);
  for (const { member, ...claim } of inTurn) {
    const key = `${claim.event} ${claim.person}`;
    if (!firsts.has(key) && refusalOf(claim, member, world, owners.get(claim.event)) === null) firsts.set(key, member);
  }
  for (const { member, ...claim } of claims) {
    const owner = owners.get(claim.event);
    const own = stands.get(member);
    if (!own) continue;
    const isOfAnother = firsts.get(`${claim.event} ${claim.person}`) !== member;
    const code = standing(claim, member, world, own.counted, isOfAnother, owner, own.unknown);
    if (code === 'counts') own.counted.push(claim);
    else own.refused.push({ line: claim.line, code });
  }
  return stands;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function claimOf(row: Row, member: Member, owners: ReadonlyMap<string, Owner>, world: World): Claim {
  const [on, claimed] = [dayOf(row.event_date ?? ''), dayOf(row.claimed_on ?? '')];
  const own = world.periods.find(({ start, end }) => on >= start && on <= end);
  const isLate = own !== undefined && claimed > lastDayFor(on, own, world);
  const { event = '', event_id: id = '' } = row;
  const accepted = member
    .rows('decisions.csv')
    .filter((each) => each.decision === 'accept-late' && each.evidence === id)
    .filter((each) => !each.component || each.component === owners.get(event)?.component.id)
    .map((each) => dayOf(each.decided_on ?? ''));
  const decided = isLate && accepted.length > 0 ? Math.min(...accepted) : null;
  return {
    event,
    id,
    on,
    claimed,
    line: Number(row.line),
    person: row.person ?? '',
    amount: read(row.amount || '0'),
    period: own ? periodOf(claimed, own, world) : -1,
    turn: decided === null ? claimed : Math.max(claimed, decided),
    isLate: isLate && decided === null,
  };
}

/** The period to which an event belongs: its own, or the first from it on that was open when it was claimed. */
function periodOf(claimed: number, own: Span, { scheme, periods }: World): number {
  const window = scheme.claimWindow;
  if (window?.countsIn !== 'period-of-claim') return own.place;
  const { closes } = window;
  const open = periods.find((each) => {
    return each.place >= own.place && claimed <= (closes ? longAfterEnd(each.end, closes) : each.end);
  });
  return open?.place ?? periods.length - 1;
}

/** The last day on which an event may be claimed. */
function lastDayFor(on: number, own: Span, world: World): number {
  const window = world.scheme.claimWindow;
  if (!window) throw new Error('no claim window');
  if (window.kind === 'end-of-next-period' || window.after === 'period') return windowEnd(own, world);
  return window.kind === 'days' ? on + window.days : monthsAfter(on, window.months);
}

function standing(
  claim: Claim,
  member: Member,
  world: World,
  before: readonly Claim[],
  isOfAnother: boolean,
  owner: Owner | undefined,
  unknown: Set<string>,
): string {
  const refusal = refusalOf(claim, member, world, owner);
  if (refusal !== null || !owner) return refusal ?? 'unknown-event';
  if (before.some(({ id }) => id === claim.id)) return 'duplicate';
  const same = before.filter(({ event }) => event === claim.event);
  const { atMost, atMostPerPeriod, atMostPerPerson, personOver } = owner.limits;
  const most = limitOf(atMost, { world, member, formula: claim.period, upTo: claim.period });
  if (most === null) unknown.add(claim.event);
  const isOver =
    (most !== null && same.length >= most) ||
    (atMostPerPeriod !== undefined && same.filter(({ period }) => period === claim.period).length >= atMostPerPeriod) ||
    (personOver === 'all' && isOfAnother) ||
    (atMostPerPerson !== undefined && same.filter(({ person }) => person === claim.person).length >= atMostPerPerson);
  return isOver ? 'over-cap' : 'counts';
}

/** Why a claim does not count, whatever others there are. */
function refusalOf({ on, claimed, isLate }: Claim, member: Member, world: World, owner: Owner | undefined) {
  if (!owner) return 'unknown-event';
  if (on < world.term.start || on > world.term.end) return 'outside-term';
  if (member.joined !== null && on < member.joined) return 'before-joining';
  if (member.left !== null && on > member.left) return 'after-leaving';
  if (claimed < on) return 'before-event';
  return isLate ? 'late' : null;
}

/** How many events count: of a quantity its whole part, and none below nothing. */
function limitOf(atMost: number | Block | undefined, place: Place): number | null {
  if (atMost === undefined) return Number.POSITIVE_INFINITY;
  if (typeof atMost === 'number') return atMost;
  const exact = quantity(atMost, place);
  return exact && Math.max(0, Number(floor(exact)));
}
