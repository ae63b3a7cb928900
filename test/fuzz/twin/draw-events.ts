import type { Chance } from './chance.ts';
import { drawPounds, drawShare } from './draw-numbers.ts';
import { leavesOf } from './leaves.ts';
import type {
  Block,
  EventDays,
  EventLimits,
  Events,
  OfPeriod,
  Period,
  Price,
  Scheme,
  Value,
  Window,
} from './written.ts';

const clause = '1';
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'holiday'];

/** The kinds of events of a scheme: each has its limits in one component. */
export class EventKinds {
  readonly #chance: Chance;
  readonly #periods: readonly Period[];
  readonly #owned: { event: string; component: string }[] = [];
  count = 0;

  constructor(chance: Chance, periods: readonly Period[]) {
    this.#chance = chance;
    this.#periods = periods;
  }

  /** A new kind of event, or now and then one that another component owns. */
  draw(component: string): { event: string } & EventLimits {
    const others = this.#owned.filter((each) => each.component !== component);
    if (others.length > 0 && this.#chance.oneIn(3)) {
      const { event, component: limitsOf } = this.#chance.of(others);
      return { event, limitsOf };
    }
    this.count += 1;
    const event = `event-${this.count}`;
    this.#owned.push({ event, component });
    return { event, ...drawLimits(this.#chance) };
  }

  /** A value that counts events to date. */
  value(component: string): Value {
    const chance = this.#chance;
    const events = (): Block => ({ kind: 'events', ...this.draw(component), ...this.#days() });
    const rate = (): Block => ({ kind: 'rate', pounds: drawPounds(chance, 90), for: events() });
    return chance.way<Value>([
      [4, () => ({ kind: 'per-event', pounds: this.#price(), ...this.draw(component), clause })],
      [2, () => ({ ...rate(), clause })],
      [2, () => ({ kind: 'sum', of: [rate(), rate()], clause })],
      [2, () => ({ kind: 'bands', how: 'marginal', on: events(), bands: this.#bands('event'), clause })],
      [1, () => ({ kind: 'bands', how: 'whole', on: events(), bands: this.#bands(), clause })],
      [1, () => ({ kind: 'share', share: drawShare(chance), of: rate(), clause })],
      [1, () => ({ kind: 'difference', from: { kind: 'pounds', pounds: drawPounds(chance) }, less: rate(), clause })],
      [1, () => ({ kind: 'rounded', of: rate(), places: chance.from(0, 2), clause })],
      [3, () => ({ ...this.#claimed(component), clause })],
      [1, () => ({ kind: 'share', share: drawShare(chance), of: this.#claimed(component), clause })],
      [1, () => ({ kind: 'sum', of: [rate(), this.#claimed(component)], clause })],
      [
        1,
        () => ({
          kind: chance.of(['least', 'greatest'] as const),
          of: [this.#limit(), chance.oneIn(2) ? this.#claimed(component) : rate()],
          clause,
        }),
      ],
      [
        1,
        () => ({
          ...drawFromDays(chance, this.#periods, chance.oneIn(2) ? rate : () => this.#claimed(component)),
          clause,
        }),
      ],
      [
        1,
        () => ({
          kind: 'product',
          of: [drawFromDays(chance, this.#periods, () => this.#perEvent()), events()],
          clause,
        }),
      ],
    ]);
  }

  /** A value of the events of each period, or of one before it. */
  ofPeriod(component: string): Value {
    const chance = this.#chance;
    const at: OfPeriod = chance.oneIn(3) ? { periodsBefore: chance.from(1, 2) } : 'each-period';
    const events = (): Block => ({ kind: 'events', ...this.draw(component), ...this.#days(), at });
    const rate = (): Block => ({ kind: 'rate', pounds: drawPounds(chance, 90), for: events() });
    const claimed = (): Block => ({ ...this.#claimed(component), at });
    return chance.way<Value>([
      [2, () => ({ ...rate(), clause })],
      [2, () => ({ ...claimed(), clause })],
      [1, () => ({ kind: 'bands', how: 'whole', on: events(), bands: this.#bands(), clause })],
      [1, () => ({ kind: 'bands', how: 'marginal', on: events(), bands: this.#bands('event'), clause })],
      [1, () => ({ kind: 'least', of: [claimed(), { kind: 'pounds', pounds: drawPounds(chance) }], clause })],
      [1, () => ({ kind: 'difference', from: { kind: 'pounds', pounds: drawPounds(chance) }, less: rate(), clause })],
      [1, () => ({ kind: 'sum', of: [rate(), claimed()], clause })],
    ]);
  }

  #limit(): Block {
    const pounds = (): Block => ({ kind: 'pounds', pounds: drawPounds(this.#chance, this.#chance.of([100, 3000])) });
    return this.#chance.oneIn(2) ? pounds() : drawFromDays(this.#chance, this.#periods, pounds);
  }

  #perEvent(): Block {
    return { kind: 'pounds', pounds: drawPounds(this.#chance, 90), per: 'event' };
  }

  /** What was claimed, up to its ceilings. */
  #claimed(component: string): Events {
    const chance = this.#chance;
    const pers = ['claim', 'person', 'day', 'week', 'month', 'period', 'term'];
    const ceilings = chance.times(1, 2, () => {
      const per = chance.some(pers, 2);
      return { per: per.length === 0 ? ['claim'] : per, pounds: this.#price(600) };
    });
    return {
      kind: 'claimed',
      ...this.draw(component),
      ...this.#days(),
      ...(chance.oneIn(4) ? {} : { ceilings }),
    };
  }

  /** The days whose events a block takes. */
  #days(): EventDays {
    const chance = this.#chance;
    if (!chance.oneIn(4)) return {};
    return {
      ...chance.maybe(2, () => ({ from: chance.of(this.#periods).start })),
      ...chance.maybe(3, () => ({ until: chance.of(this.#periods).end })),
      ...chance.maybe(2, () => ({ on: [chance.of(days)] })),
    };
  }

  #price(most = 90): Price {
    const chance = this.#chance;
    if (!chance.oneIn(3)) return drawPounds(chance, most);
    return chance.times(1, 3, () => ({
      pounds: drawPounds(chance, most),
      ...chance.maybe(2, () => ({ from: chance.of(this.#periods).start })),
      ...chance.maybe(4, () => ({ until: chance.of(this.#periods).end })),
      ...chance.maybe(3, () => ({
        on: [chance.of(days), 'holiday'].filter((day, at, all) => all.indexOf(day) === at),
      })),
      ...chance.maybe(5, () => ({ agreedOn: chance.of(this.#periods).start })),
    }));
  }

  #bands(per?: string): { from: string; is: Block }[] {
    const chance = this.#chance;
    const edges = [...new Set(chance.times(1, 3, () => chance.from(0, 9)))].sort((a, b) => a - b);
    return edges.map((from) => ({
      from: `${from}`,
      is: { kind: 'pounds', pounds: drawPounds(chance, 90), ...(per ? { per } : {}) },
    }));
  }
}

/** Several values of which the last that has begun holds, from the first day of one period after another. */
export function drawFromDays(chance: Chance, periods: readonly Period[], is: () => Block): Block {
  const days = new Set(chance.times(1, 3, () => chance.of(periods).start));
  return { kind: 'over-time', values: [...days].sort().map((from) => ({ from, is: is(), clause })) };
}

function drawLimits(chance: Chance): EventLimits {
  return {
    ...chance.maybe(3, () => ({ atMost: chance.from(1, 6) })),
    ...chance.maybe(4, () => ({ atMostPerPeriod: chance.from(1, 3) })),
    ...chance.maybe(5, () => ({ atMostPerPerson: chance.from(1, 2) })),
    ...chance.maybe(8, () => ({ personOver: 'all' as const })),
  };
}

/** How long a claim is considered, in all its ways. */
export function drawWindow(chance: Chance): Window {
  const belongs = () =>
    chance.oneIn(3)
      ? {
          countsIn: chance.of(['period-of-event', 'period-of-claim'] as const),
        }
      : {};
  const closes = () =>
    chance.oneIn(2) ? { closes: chance.oneIn(2) ? { days: chance.from(0, 20) } : { months: 1 } } : {};
  const both = () => {
    const { countsIn } = belongs();
    return { ...(countsIn ? { countsIn } : {}), ...(countsIn === 'period-of-claim' ? closes() : {}) };
  };
  return chance.way<Window>([
    [2, () => ({ kind: 'end-of-next-period', ...both(), clause })],
    [
      1,
      () => ({
        kind: 'days',
        days: chance.from(5, 90),
        ...chance.maybe(2, () => ({ after: chance.of(['event', 'period'] as const) })),
        ...both(),
        clause,
      }),
    ],
    [
      1,
      () => ({
        kind: 'months',
        months: chance.from(0, 4),
        ...chance.maybe(2, () => ({ after: chance.of(['event', 'period'] as const) })),
        ...both(),
        clause,
      }),
    ],
  ]);
}

/** The kinds of events that a scheme counts, and whether claims for them name a person. */
export function eventsOf({ components }: Scheme): { event: string; person: boolean; amount: boolean }[] {
  const text = leavesOf(components)
    .map((component) => JSON.stringify(component.value))
    .join();
  const events = new Set([...text.matchAll(/"event":"([^"]+)"/g)].map(([, event = '']) => event));
  const asks = { person: asksForPersons(text), amount: text.includes('"claimed"') };
  return [...events].map((event) => ({ event, ...asks }));
}

/** Whether something in a scheme goes by the person of a claim. */
export function asksForPersons(text: string): boolean {
  return /atMostPerPerson|personOver|"per":\[[^\]]*"person"/.test(text);
}
