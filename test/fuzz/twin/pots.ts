import { sharing as standingOf } from './among.ts';
import { envelopeToDate } from './envelope-to-date.ts';
import {
  against,
  all,
  type Fraction,
  fraction,
  minus,
  none,
  over,
  plus,
  read,
  shareOut,
  sum,
  times,
  whole,
} from './fraction.ts';
import type { Place } from './place.ts';
import { hasLeft, quantity } from './quantity.ts';
import { scheduleOf, shareOf, type Worth } from './scheduled.ts';
import { adjusted, numberOf, pence } from './value.ts';
import { type Member, partOf, type Span, takesPart, type World } from './world.ts';
import type { Block, Component, Envelope, Shared, Value } from './written.ts';

type Pot = Extract<Value, { kind: 'pool' }> | Shared | Envelope;

/** The value of a component that is shared among members, or bounded for all of them. */
export function potOf({ value }: Component): Pot | null {
  return value.kind === 'pool' || value.kind === 'shared' || value.kind === 'envelope' ? value : null;
}

/** What each has of one account in a period, exactly; null while a figure is missing. */
interface Parts {
  readonly account: string;
  readonly parts: ReadonlyMap<Member, Fraction> | null;
  readonly members: readonly Member[];
  /** What there is for all, be it that nobody is there to have it. */
  readonly whole: Fraction;
  /** Of an envelope: how much there is, and whether it is exceeded. */
  readonly most?: Fraction;
  readonly isExceeded: boolean;
  /** Whether nothing can be said of what one would have by itself, though nobody waits for it. */
  readonly isUnknown?: (member: Member) => boolean;
}

/** What a pot comes to for each member, period by period. */
export function potted(component: Component, pot: Pot, world: World): ReadonlyMap<Member, readonly Worth[]> {
  if (pot.kind === 'envelope' && pot.scales) return envelopeToDate(component, pot, world);
  const members = world.members.filter((each) => takesPart(each, world));
  const worths = new Map<Member, Worth[]>(world.members.map((each) => [each, []]));
  const accounts = new Map<string, Account>();
  const schedule = scheduleOf(component, world);
  const before = new Map<Member, bigint>();
  for (const span of world.periods.slice(0, world.last + 1)) {
    const share = shareOf(schedule, span.place, world);
    const [waiting, sharing] = [new Set<Member>(), new Set<Member>()];
    for (const own of partsIn(span, component, pot, members, world)) {
      const account = accounts.get(own.account) ?? new Account(pot, members, world);
      accounts.set(own.account, account);
      account.add(own, share);
      for (const each of own.members) {
        if (!own.parts || own.isUnknown?.(each)) waiting.add(each);
        else if (times(own.parts.get(each) ?? none, share).over !== 0n) sharing.add(each);
      }
    }
    for (const member of world.members) {
      const toDate = [...accounts.values()].reduce((sum, each) => sum + (each.toDate().get(member) ?? 0n), 0n);
      const stay = takesPart(member, world) ? partOf(member, span, world) : none;
      const whole = toDate - (before.get(member) ?? 0n);
      before.set(member, toDate);
      worths.get(member)?.push({
        pence: cut(whole, stay, world),
        waits: waiting.has(member),
        isOpen: true,
        isDue: stay.over !== 0n && (waiting.has(member) || sharing.has(member)),
      });
    }
  }
  return worths;
}

/** A part of a part, to the penny and never more than the part. */
export function cut(pennies: bigint, share: Fraction, { scheme }: World): bigint {
  return whole(times(fraction(pennies), share), scheme.rounding.mode ?? 'half-away-from-zero');
}

/** What all have of one sum to date. */
class Account {
  #exact: readonly Fraction[];
  readonly #isEnvelope: boolean;
  /** Whether parts have adjustments of their own: then their exact sums are split. */
  readonly #isChanged: boolean;
  readonly #members: readonly Member[];
  readonly #world: World;
  #isSplit = false;
  #most: Fraction = none;
  #due: Fraction = none;

  constructor(pot: Pot, members: readonly Member[], world: World) {
    this.#isEnvelope = pot.kind === 'envelope';
    this.#isChanged = pot.kind === 'shared' && (pot.ofEach ?? []).length > 0;
    this.#members = members;
    this.#world = world;
    this.#exact = members.map(() => none);
  }

  /** The money of one period: in whole pennies where it is a sum that is shared out. */
  add({ parts, isExceeded, most = none, whole }: Parts, share: Fraction): void {
    const own = this.#members.map((each) => times(parts?.get(each) ?? none, share));
    const due = plus(this.#due, times(whole, share));
    const money = this.#inPence(due) - this.#inPence(this.#due);
    this.#due = due;
    const scale =
      this.#isEnvelope || this.#isChanged || sum(own).over === 0n ? all : over(fraction(money, 100n), sum(own));
    this.#exact = this.#exact.map((before, place) => plus(before, times(own[place] ?? none, scale)));
    this.#most = plus(this.#most, times(most, share));
    if (isExceeded) this.#isSplit = true;
  }

  toDate(): ReadonlyMap<Member, bigint> {
    const alone = this.#exact.map((each) => this.#inPence(each));
    const together = alone.reduce((a, b) => a + b, 0n);
    const due = this.#inPence(this.#isEnvelope ? this.#due : sum(this.#exact));
    if (together > this.#inPence(this.#most) && together > due) this.#isSplit = true;
    const split = this.#isEnvelope && !this.#isSplit ? alone : shareOut(due, this.#exact);
    return new Map(this.#members.map((each, place) => [each, split[place] ?? 0n]));
  }

  #inPence(pounds: Fraction): bigint {
    return pence(pounds, this.#world);
  }
}

function partsIn(span: Span, component: Component, pot: Pot, members: readonly Member[], world: World): Parts[] {
  const isAnew = scheduleOf(component, world).kind === 'each-period';
  const accountIn = (member: Member, { start }: Span) => {
    const within = pot.kind === 'shared' ? (pot.within ?? 'all') : 'all';
    if (within === 'all') return 'all';
    const account = member.within(within, start);
    return within === 'pcn' && account === 'U' ? null : account;
  };
  const there = members.filter(
    ({ joined, left }) => (joined === null || joined <= span.start) && !(isAnew && left !== null && left < span.start),
  );
  const everywhere = world.periods.flatMap((each) => members.map((member) => accountIn(member, each)));
  const accounts = new Set(everywhere.filter((account) => account !== null));
  return [...accounts].map((account) => {
    const own = there.filter((member) => accountIn(member, span) === account);
    return { account, ...partsOf(span, component, pot, own, world) };
  });
}

function partsOf(
  span: Span,
  component: Component,
  pot: Pot,
  there: readonly Member[],
  world: World,
): Omit<Parts, 'account'> {
  const isAnew = scheduleOf(component, world).kind === 'each-period';
  const [member] = world.members;
  const [first] = world.periods;
  if (!member || !first) throw new Error('nobody is there');
  const together: Place = { world, member, formula: span.place, upTo: span.place, together: there, isAnew };
  const alone = (each: Member): Place => ({ world, member: each, formula: span.place, upTo: span.place, isAnew });
  const asked = pot.kind === 'pool' ? [] : (pot.among ?? []);
  const judgedIn = isAnew ? span : first;
  const standings = there.map((each) => {
    const place = { ...alone(each), formula: judgedIn.place, upTo: judgedIn.place };
    return standingOf(asked, component, judgedIn, place);
  });
  const own = there.filter((_, place) => standings[place] !== 'out');
  const nothing = { parts: null, isExceeded: false, whole: none, members: own };
  /** What each comes to by itself: nothing of who has left, where its figure is missing. */
  const ofEach = (block: Block, period = span) => {
    const on = { formula: period.place, upTo: period.place };
    const found = own.map(
      (each) => quantity(block, { ...alone(each), ...on }) ?? (!isAnew && hasLeft(each, world) ? none : null),
    );
    const known = found.filter((each) => each !== null);
    return known.length < found.length ? null : known;
  };
  if (pot.kind === 'envelope') {
    const earned = ofEach(pot.of);
    const most = numberOf(pot.pounds, together);
    if (!earned || !most || standings.includes('waits')) return nothing;
    const earnedByAll = sum(earned);
    const isExceeded = against(earnedByAll, most) > 0;
    const parts = new Map<Member, Fraction>();
    for (const [place, each] of own.entries()) {
      const exact = isExceeded ? times(earned[place] ?? none, over(most, earnedByAll)) : (earned[place] ?? none);
      const part = quantity(pot.of, alone(each)) && adjusted(exact, component, alone(each));
      if (part) parts.set(each, part);
    }
    const isUnknown = (each: Member) => !parts.has(each);
    return { parts, most, isExceeded, whole: sum([...parts.values()]), members: own, isUnknown };
  }
  const whole = adjusted(pot.kind === 'pool' ? read(pot.pounds) : quantity(pot.of, together), component, together);
  const unshared = { ...nothing, whole: whole ?? none };
  const weights = ofEach(pot.kind === 'shared' && pot.by ? pot.by : { kind: 'patients' }, judgedIn);
  if (!whole || !weights || sum(weights).over === 0n || standings.includes('waits')) return unshared;
  const parts = pot.kind === 'pool' ? shares(whole, weights) : changedParts(whole, weights, pot, own.map(alone));
  if (!parts) return unshared;
  return {
    parts: new Map(own.map((each, place) => [each, parts[place] ?? none])),
    isExceeded: false,
    whole,
    members: own,
  };
}

function shares(whole: Fraction, weights: readonly Fraction[]): readonly Fraction[] {
  const heavy = sum(weights);
  return weights.map((weight) => (heavy.over === 0n ? none : over(times(whole, weight), heavy)));
}

/** The part of each after its own adjustments; what they take off may be shared again over those whose part they left whole. */
function changedParts(
  whole: Fraction,
  weights: readonly Fraction[],
  { ofEach = [], unspent }: Shared,
  places: readonly Place[],
): readonly Fraction[] | null {
  const fixed: (Fraction | null)[] = weights.map(() => null);
  for (;;) {
    const left = minus(whole, sum(fixed.map((each) => each ?? none)));
    const parts = shares(
      left,
      weights.map((weight, place) => (fixed[place] ? none : weight)),
    );
    const changed = parts.map((part, place) => {
      const own = places[place];
      if (!own) throw new Error('nobody has this part');
      const isWaitedFor = own.isAnew || !hasLeft(own.member, own.world);
      return fixed[place] ?? adjusted(part, { adjustments: ofEach }, own) ?? (isWaitedFor ? null : none);
    });
    const known = changed.filter((each) => each !== null);
    if (known.length < changed.length) return null;
    if (unspent !== 'shared-again') return known;
    const smaller = known.map((each, place) => !fixed[place] && against(each, parts[place] ?? none) < 0);
    if (!smaller.includes(true)) return known;
    for (const [place, isSmaller] of smaller.entries()) if (isSmaller) fixed[place] = known[place] ?? none;
  }
}
