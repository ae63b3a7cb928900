import { dayOf, monthsAfter, textOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import { drawFromDays, drawWindow, EventKinds } from './draw-events.ts';
import { drawAllOrNothing, drawGroups } from './draw-groups.ts';
import { drawDistinct, drawPounds, drawShare, drawSharesOfOne, drawThresholds, pad } from './draw-numbers.ts';
import { drawEnvelopeOver, drawPot } from './draw-pots.ts';
import { type Drawable, drawInPounds, drawOfAll, drawTest, drawToDate, modes } from './draw-quantity.ts';
import type {
  Achievement,
  Adjustment,
  Block,
  Component,
  Condition,
  Evidence,
  MeasureKind,
  Period,
  Recovery,
  Scale,
  Schedule,
  Scheme,
  Value,
} from './written.ts';

const clause = '1';

/** A scheme of all blocks, by chance; where members stand for themselves, none that is shared among them. */
export function drawScheme(chance: Chance, together: 'shared' | 'alone' = 'shared'): Scheme {
  const periods = drawPeriods(chance);
  const [first, last] = [periods[0], periods.at(-1)];
  const term = { start: first?.start ?? '', end: last?.end ?? '', clause };
  const measures = chance.times(0, 2, (place) => drawMeasure(chance, place));
  const evidence = chance.times(0, 3, (place) => drawEvidence(chance, place, periods));
  const events = new EventKinds(chance, periods);
  const hasPots = together === 'shared' && chance.oneIn(3);
  const days = periods.flatMap(({ start, end }) => [start, end]);
  const quantities = drawNamed({ chance, periods, measures, evidence, days, eachPeriod: false, named: [] });
  const named = quantities.map(({ id }) => id);
  const rounding: Scheme['rounding'] = {
    at: hasPots ? 'component' : chance.of(['component', 'component', 'period'] as const),
    ...chance.maybe(4, () => ({ unit: chance.of(['penny', 'pound'] as const) })),
    ...chance.maybe(2, () => ({ mode: chance.of(modes) })),
    clause,
  };
  const roundsEach = rounding.at === 'component';
  const parts: Parts = { hasPots, chance, periods, measures, evidence, events, days, named, roundsEach };
  const components = chance.times(1, 4, (place) => drawComponent(parts, place));
  const drawn: Scheme = {
    language: 1,
    id: 'drawn',
    title: 'Drawn by chance',
    commissioner: 'Nobody',
    status: 'agreed',
    source: { title: 'No paper' },
    term,
    periods,
    population: drawPopulation(chance, dayOf(term.start)),
    rounding,
    evidence,
    measures,
    ...(quantities.length > 0 ? { quantities } : {}),
    schedule: drawSchedule(chance, periods, roundsEach),
    ...chance.maybe(evidence.length > 0 ? 2 : 6, () => ({ conditions: drawConditions(parts) })),
    recovery: drawRecovery(chance, periods),
    claimWindow: drawWindow(chance),
    ...(components.some((each) => JSON.stringify(each).includes('holiday'))
      ? { holidays: { days: [dayNear(chance, periods, 0)], clause } }
      : {}),
    leaving: {
      ...chance.maybe(2, () => ({
        notice: chance.oneIn(2) ? { days: chance.from(0, 60) } : { months: chance.from(0, 3) },
      })),
      prorate: chance.of(['days', 'none'] as const),
      ...(parts.hasPots ? {} : chance.maybe(4, () => ({ comesBack: drawComesBack(chance, components) }))),
      clause,
    },
    joining: {
      prorate: chance.of(['days', 'none'] as const),
      list: chance.of(['first-after', 'none'] as const),
      clause,
    },
    ...chance.maybe(4, () => ({ smallestPayment: { pounds: drawPounds(chance, 800), clause } })),
    ...(components.length > 1 && chance.oneIn(3) ? { allOrNothing: drawAllOrNothing(chance, components) } : {}),
    components: chance.oneIn(3) ? drawGroups(chance, components) : components,
  };
  const asked = JSON.stringify([drawn.components, drawn.conditions, quantities]);
  const isAsked = ({ id }: { id: string }) => asked.includes(`"${id}"`);
  const counts = JSON.stringify(drawn.components).includes('"event":"');
  const { claimWindow, ...rest } = drawn;
  const asksForWindow = counts || JSON.stringify(evidence.filter(isAsked)).includes('claim-window');
  return {
    ...rest,
    ...(asksForWindow ? { claimWindow } : {}),
    evidence: evidence.filter(isAsked),
    measures: measures.filter(isAsked),
  };
}

function drawPopulation(chance: Chance, start: number): Scheme['population'] {
  const at = start + chance.of([0, 0, 0, -30, 20]);
  const accepted = () => ({ acceptedInstead: [textOf(at + 1), textOf(at - 9)] });
  return { kind: 'registered', at: textOf(at), ...chance.maybe(6, accepted), clause };
}

/** What comes back from who leaves soon, from the shortest stay to the longest. */
function drawComesBack(chance: Chance, components: readonly Component[]): NonNullable<Scheme['leaving']['comesBack']> {
  const within = [{ days: chance.from(1, 90) }, { months: chance.from(4, 11) }, { years: chance.from(1, 2) }];
  return chance.times(1, 3, (place) => ({
    within: within[place] ?? { years: 2 },
    share: drawShare(chance),
    ...chance.maybe(3, () => ({ components: [chance.of(components).id] })),
    clause,
  }));
}

/** Quantities under a name, each of which may name those before it. */
function drawNamed(from: Drawable): NonNullable<Scheme['quantities']> {
  const named: string[] = [];
  return from.chance.times(0, 2, (place) => {
    const id = `named-${place + 1}`;
    const is = drawInPounds({ ...from, named: [...named] }, 2);
    named.push(id);
    return { id, title: `Quantity ${place + 1}`, is, clause };
  });
}

/** What components are drawn from. */
interface Parts {
  readonly chance: Chance;
  /** Whether components may be shared among members. */
  readonly hasPots: boolean;
  readonly periods: readonly Period[];
  readonly measures: readonly MeasureKind[];
  readonly evidence: readonly Evidence[];
  readonly events: EventKinds;
  readonly days: readonly string[];
  readonly named: readonly string[];
  readonly roundsEach: boolean;
}

/** Months, quarters, or whatever a paper may say, one after the other. */
function drawPeriods(chance: Chance): Period[] {
  const count = chance.from(1, 5);
  const months = chance.of([1, 3, 3, 4]);
  const odd = chance.oneIn(3);
  let start = dayOf(chance.of(['2020-04-01', '2019-07-01', '2020-01-15', '2020-02-01']));
  return Array.from({ length: count }, (_, place) => {
    const next = odd ? start + chance.from(10, 100) : monthsAfter(start, months);
    const id = `P${place + 1}`;
    const period = { id, title: `Part ${place + 1}`, start: textOf(start), end: textOf(next - 1), clause };
    start = next;
    return period;
  });
}

function drawMeasure(chance: Chance, place: number): MeasureKind {
  const [numeratorUnit = '', denominatorUnit = ''] = chance.of([
    ['patient', 'patient'],
    ['item', 'patient'],
    ['pound', 'item'],
  ]);
  return {
    id: `measure-${place + 1}`,
    title: `Measure ${place + 1}`,
    numerator: 'what was done',
    denominator: 'what there was',
    numeratorUnit,
    denominatorUnit,
    mayExceed: true,
    ...chance.maybe(4, () => ({ lines: true })),
    clause,
  };
}

function drawEvidence(chance: Chance, place: number, periods: readonly Period[]): Evidence {
  const per = chance.some(['component', 'period'] as const);
  const perPeriod = per.includes('period');
  const own = () => (perPeriod && chance.oneIn(2) ? {} : { period: chance.of(periods).id });
  const deadline = chance.way<Evidence['deadline']>([
    [1, () => undefined],
    [2, () => ({ kind: 'date', on: dayNear(chance, periods) })],
    [1, () => ({ kind: 'claim-window', ...own() })],
    [
      1,
      () => ({
        kind: 'after-period',
        ...own(),
        after: chance.oneIn(2) ? { days: chance.from(0, 40) } : { months: chance.from(0, 2) },
      }),
    ],
  ]);
  return {
    id: `evidence-${place + 1}`,
    title: `Evidence ${place + 1}`,
    ...(deadline ? { deadline } : {}),
    ...(per.length > 0 ? { per } : {}),
    ...chance.maybe(3, () => ({
      minimum: { kind: chance.of(['number', 'per-1000-patients'] as const), number: `${chance.from(1, 30)}` },
    })),
    clause,
  };
}

/** A day of the term, or not long after it. */
export function dayNear(chance: Chance, periods: readonly Period[], after = 60): string {
  const [start, end] = [dayOf(periods[0]?.start ?? ''), dayOf(periods.at(-1)?.end ?? '')];
  return textOf(chance.from(start, end + after));
}

function drawComponent(parts: Parts, place: number): Component {
  const { chance, periods, measures, evidence, events, roundsEach } = parts;
  const id = `component-${place + 1}`;
  if (parts.hasPots && chance.oneIn(2)) return drawPotted(parts, id, place);
  if (chance.oneIn(3)) return drawTallied(parts, id, events.value(id));
  if (measures.length > 0 && chance.oneIn(6))
    return drawTallied(parts, id, drawToDate({ ...parts, eachPeriod: false }));
  if (chance.oneIn(8)) {
    const own: Schedule = { kind: 'each-period', clause };
    return { ...drawTallied(parts, id, events.ofPeriod(id)), schedule: own };
  }
  const split = chance.oneIn(8) ? drawInstalments(chance, periods, roundsEach) : null;
  const comparesAll = parts.hasPots && split === null && chance.oneIn(4);
  const anew: Schedule | null = comparesAll ? { kind: 'each-period', clause } : null;
  const schedule = anew ?? split?.schedule ?? (chance.oneIn(2) ? undefined : drawSchedule(chance, periods, roundsEach));
  const eachPeriod = schedule?.kind === 'each-period';
  const from: Drawable = { ...parts, eachPeriod, amongAll: eachPeriod && parts.hasPots };
  return {
    id,
    title: `Component ${place + 1}`,
    clause,
    value: comparesAll ? { ...drawOfAll(from, 1), clause } : (split?.value ?? drawValue(from)),
    ...chance.maybe(2, () => ({ adjustments: drawAdjustments(from, periods, place) })),
    ...(measures.length > 0 && chance.oneIn(3) ? { achievement: drawAchievement(from, parts.hasPots) } : {}),
    ...(schedule ? { schedule } : {}),
    ...chance.maybe(evidence.length > 0 ? 2 : 6, () => ({ conditions: drawConditions(parts) })),
    ...chance.maybe(3, () => ({ recovery: drawRecovery(chance, periods) })),
  };
}

/** A component that is shared among members, or bounded for all of them. */
function drawPotted(parts: Parts, id: string, place: number): Component {
  const { chance, periods, evidence } = parts;
  if (chance.oneIn(4)) return drawEnvelopeToDate(parts, id);
  const schedule = drawSchedule(chance, periods, false);
  const from: Drawable = { ...parts, eachPeriod: schedule.kind === 'each-period', named: [] };
  const value = drawPot(from, evidence, () => drawAdjustments(from, periods, place + 10));
  const ofSeveral = value.kind !== 'envelope';
  return {
    id,
    title: id,
    clause,
    value,
    ...chance.maybe(2, () => ({ adjustments: drawAdjustments({ ...from, ofSeveral }, periods, place) })),
    schedule,
    ...(evidence.length > 0 && chance.oneIn(2) ? { conditions: drawConditions(parts) } : {}),
    ...chance.maybe(3, () => ({ recovery: drawRecovery(chance, periods) })),
  };
}

/** Whether a value is a block that may stand within others. */
function isQuantity(value: Value): value is Block & { clause: string } {
  return !['per-patient', 'fixed', 'per-event', 'pool', 'shared', 'envelope'].includes(value.kind);
}

/** An envelope over what adds up to date. */
function drawEnvelopeToDate(parts: Parts, id: string): Component {
  const { chance, measures, events, evidence } = parts;
  const byFigures = measures.length > 0 && chance.oneIn(3);
  const of = byFigures ? drawToDate({ ...parts, eachPeriod: false }) : events.value(id);
  if (!isQuantity(of)) return drawTallied(parts, id, of);
  const from: Drawable = { ...parts, eachPeriod: false, named: [] };
  return { ...drawTallied(parts, id, drawEnvelopeOver(from, of, evidence)), adjustments: [] };
}

/** A component that is paid as its events come in. */
function drawTallied(parts: Parts, id: string, value: Value): Component {
  const { chance, periods, evidence } = parts;
  const from: Drawable = { ...parts, eachPeriod: false };
  const place = Number(id.split('-')[1]) - 1;
  const isPlain = value.kind === 'per-event';
  return {
    id,
    title: id,
    clause,
    value,
    ...(isPlain
      ? {}
      : chance.maybe(3, () => ({ adjustments: drawAdjustments({ ...from, measures: [] }, periods, place, true) }))),
    ...chance.maybe(evidence.length > 0 ? 2 : 6, () => ({ conditions: drawConditions(parts) })),
    ...chance.maybe(3, () => ({ recovery: drawRecovery(chance, periods) })),
  };
}

function drawValue(from: Drawable): Value {
  const { chance } = from;
  return chance.way<Value>([
    [2, () => ({ kind: 'per-patient', pounds: drawPounds(chance, 5), clause })],
    [1, () => ({ kind: 'fixed', pounds: drawPounds(chance), clause })],
    [5, () => ({ ...drawInPounds(from, chance.from(0, 3)), clause })],
  ]);
}

function drawAdjustments(from: Drawable, periods: readonly Period[], component: number, toDate = false): Adjustment[] {
  const { chance } = from;
  const sum = () =>
    toDate ? drawSumToDate(chance, periods) : chance.oneIn(2) ? drawPounds(chance) : drawInPounds(from, 1);
  return chance.times(1, 3, (place): Adjustment => {
    const head = {
      id: `adjustment-${component + 1}-${place + 1}`,
      title: `Adjustment ${place + 1}`,
      ...chance.maybe(3, () => ({ from: chance.of(periods).start })),
      ...chance.maybe(5, () => ({ agreedOn: dayNear(chance, periods) })),
      clause,
    };
    return chance.way<Adjustment>([
      [
        3,
        () => ({
          ...head,
          kind: 'reduce',
          by: drawShare(chance),
          ...chance.maybe(2, () => ({ roundedTo: chance.of(['penny', 'pound'] as const) })),
        }),
      ],
      [1, () => ({ ...head, kind: 'remove' })],
      [3, () => ({ ...head, kind: chance.of(['cap', 'floor', 'deduct'] as const), pounds: sum() })],
      [2, () => ({ ...head, kind: 'multiply', by: drawShare(chance) })],
      [
        2,
        () => ({
          ...head,
          kind: 'round',
          places: chance.from(0, 3),
          ...chance.maybe(2, () => ({ mode: chance.of(modes) })),
        }),
      ],
    ]);
  });
}

/** A limit in pounds, or one that changes from a day. */
function drawSumToDate(chance: Chance, periods: readonly Period[]): string | Block {
  const pounds = () => drawPounds(chance, chance.of([30, 300, 3000]));
  return chance.oneIn(2) ? pounds() : drawFromDays(chance, periods, () => ({ kind: 'pounds', pounds: pounds() }));
}

function drawAchievement(from: Drawable, isTogether: boolean): Achievement {
  const { chance, measures } = from;
  const direction = chance.of(['higher-is-better', 'lower-is-better'] as const);
  return {
    kind: 'measured',
    measure: chance.of(measures).id,
    direction,
    scale: drawScale(chance, direction),
    zeroDenominator: drawShare(chance),
    ...chance.maybe(3, () => ({ onAccount: drawShare(chance) })),
    ...(isTogether ? chance.maybe(2, () => ({ measuredAt: chance.of(['locality', 'pcn'] as const) })) : {}),
    ...chance.maybe(4, () => ({ smallestDenominator: { number: `${chance.from(1, 60)}`, pays: drawShare(chance) } })),
    ...chance.maybe(4, () => ({
      points: {
        number: `${chance.from(1, 40)}`,
        places: chance.from(0, 2),
        ...chance.maybe(2, () => ({ mode: chance.of(modes) })),
      },
    })),
    clause,
  };
}

/** A scale that never pays less for what is better. */
function drawScale(chance: Chance, direction: 'higher-is-better' | 'lower-is-better'): Scale {
  const isHigher = direction === 'higher-is-better';
  const inTurn = <T>(things: T[]) => (isHigher ? things : things.reverse());
  const linear = (): Scale => {
    const [from = '40%', to = '80%'] = inTurn(drawDistinct(chance, 2, 0, 24));
    return { kind: 'linear', from, to };
  };
  const steps = (): Scale => {
    const edges = drawThresholds(chance, 1, 4);
    const pays = inTurn(drawDistinct(chance, edges.length, 0, 20));
    return {
      kind: 'steps',
      steps: edges.map((from, at) => ({
        from: isHigher || at > 0 ? from : '0%',
        ...(isHigher || at > 0 ? chance.maybe(4, () => ({ edge: 'excluded' as const })) : {}),
        pays: pays[at] ?? '0',
      })),
    };
  };
  const line = (): Scale => {
    const places = drawThresholds(chance, 1, 4);
    const pays = inTurn(drawDistinct(chance, places.length * 3, 0, 20));
    const points = places.map((at, place) => ({
      at,
      pays: pays[place * 3 + 1] ?? '0',
      ...chance.maybe(3, () => ({ below: pays[place * 3] ?? '0' })),
      ...chance.maybe(3, () => ({ above: pays[place * 3 + 2] ?? '0' })),
    }));
    return {
      kind: 'line',
      points,
      ...(isHigher && points.length > 1 && chance.oneIn(2) ? { beyond: 'goes-on' as const } : {}),
    };
  };
  return chance.of([linear, steps, line])();
}

function drawSchedule(chance: Chance, periods: readonly Period[], roundsEach: boolean): Schedule {
  const each = (texts: readonly string[]) =>
    Object.fromEntries(periods.map(({ id }, place) => [id, texts[place] ?? '0']));
  return chance.way<Schedule>([
    [3, () => ({ kind: 'equal', ...rounded(chance, roundsEach), clause })],
    [
      2,
      () => ({
        kind: 'shares',
        shares: each(drawSharesOfOne(chance, periods.length)),
        ...rounded(chance, roundsEach),
        clause,
      }),
    ],
    [2, () => ({ kind: 'each-period', clause })],
  ]);
}

function rounded(chance: Chance, roundsEach: boolean) {
  return roundsEach ? chance.maybe(3, () => ({ rounded: 'each' as const })) : {};
}

/** So many pounds in each period, which together make the value. */
function drawInstalments(
  chance: Chance,
  periods: readonly Period[],
  roundsEach: boolean,
): { value: Value; schedule: Schedule } {
  const parts = periods.map(({ id }, place) => [id, chance.from(place === 0 ? 1 : 0, 900)] as const);
  const whole = parts.reduce((all, [, part]) => all + part, 0);
  const pounds = (pennies: number) => `${Math.floor(pennies / 100)}.${pad(pennies % 100, 2)}`;
  return {
    value: { kind: chance.of(['fixed', 'per-patient'] as const), pounds: pounds(whole), clause },
    schedule: {
      kind: 'pounds',
      pounds: Object.fromEntries(parts.map(([id, part]) => [id, pounds(part)])),
      ...rounded(chance, roundsEach),
      clause,
    },
  };
}

/** Conditions that ask for each piece of evidence in one way alone. */
function drawConditions(parts: Parts): Condition[] {
  const { chance, periods, evidence } = parts;
  const asked = evidence.flatMap(({ id, deadline }): Condition[] => {
    if (chance.oneIn(3)) return [];
    const ids = periods.filter(() => chance.oneIn(2)).map((each) => each.id);
    const when = chance.oneIn(2) || ids.length === 0 ? 'every' : ids;
    return [{ periods: when, [deadline && chance.oneIn(2) ? 'keeps' : 'needs']: [id], clause }];
  });
  const ids = periods.filter(() => chance.oneIn(2)).map((each) => each.id);
  const tests = chance.times(1, 2, (place) => ({
    title: `Test ${place + 1}`,
    ...drawTest({ ...parts, eachPeriod: true }),
  }));
  return [
    ...asked,
    ...(chance.oneIn(3) || asked.length === 0
      ? [{ periods: ids.length > 0 ? ids : 'every', tests, clause } as const]
      : []),
  ];
}

function drawRecovery(chance: Chance, periods: readonly Period[]): Recovery {
  return {
    ...chance.maybe(4, () => ({ takenFrom: chance.of(periods).id })),
    ...chance.maybe(3, () => ({ waitsFor: 'decision' as const })),
    ...chance.maybe(4, () => ({ tolerance: drawShare(chance) })),
    ...chance.maybe(4, () => ({ smallest: drawPounds(chance, 50) })),
    clause,
  };
}
