import { dayOf, textOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Block, Dated, Evidence, From, Period } from './written.ts';

/** What dated quantities are drawn from. */
export interface DrawableDays {
  readonly chance: Chance;
  readonly periods: readonly Period[];
  readonly evidence: readonly Evidence[];
  /** Whether it is worked out for several members together: none of them has a start of its own there, or a figure that is missing. */
  readonly ofSeveral?: boolean;
}

/** Several values of which the last that has begun holds: by the period, the own start, or the day on which evidence came. */
export function drawOverTime(from: DrawableDays, is: () => Block): Block {
  const { chance } = from;
  const received = from.evidence.filter(({ per = [], minimum }) => !per.includes('component') && !minimum);
  const values = (days: From[], isLastNothing = false): Dated[] =>
    days.map((day, place) => ({
      from: day,
      is: isLastNothing && place > 0 && place === days.length - 1 ? nothing(is()) : is(),
      ...chance.maybe(6, () => ({ agreedOn: dayIn(from) })),
      clause: '1',
    }));
  const byPeriod = (): Block => ({ kind: 'over-time', values: values(starts(from)) });
  if (from.ofSeveral) return byPeriod();
  return chance.way<Block>([
    [3, byPeriod],
    [2, () => ({ kind: 'over-time', byDays: true, values: values(days(from)) })],
    [
      2,
      () => ({ kind: 'over-time', ...chance.maybe(2, () => ({ byDays: true as const })), values: values(own(chance)) }),
    ],
    [2, () => ({ kind: 'over-time', by: 'start', values: values(days(from, -200)) })],
    ...(received.length === 0
      ? []
      : [
          [
            6,
            (): Block => ({
              kind: 'over-time',
              by: { received: chance.of(received).id },
              values: values(
                chance.of([
                  () => days(from),
                  () => afterPeriod(chance),
                  () => afterPeriod(chance),
                  () => own(chance),
                ])(),
                chance.oneIn(2),
              ),
            }),
          ] as [number, () => Block],
        ]),
  ]);
}

/** The same thing, of which there is none: where it is as it is written, so that nobody waits for a figure of it. */
function nothing(of: Block): Block {
  const goesByFigures = /"(patients|measure|change|each-line|named|over-time|bands|line)"/.test(JSON.stringify(of));
  return goesByFigures ? of : { kind: 'share', share: '0', of };
}

function dayIn({ chance, periods }: DrawableDays, before = -40, after = 60): string {
  const [start, end] = [dayOf(periods[0]?.start ?? ''), dayOf(periods.at(-1)?.end ?? '')];
  return textOf(chance.from(start + before, end + after));
}

function days(from: DrawableDays, before = -40): string[] {
  const drawn = from.chance.times(1, 3, () => dayIn(from, before, 30));
  return [...new Set(drawn)].sort();
}

function starts(from: DrawableDays): string[] {
  const { chance, periods } = from;
  const drawn = chance.times(1, 3, () => (chance.oneIn(4) ? dayIn(from) : chance.of(periods).start));
  return [...new Set(drawn)].sort();
}

/** So long after the own start of a member. */
function own(chance: Chance): From[] {
  return chance.way<From[]>([
    [1, () => steps(chance, 2, 2).map((years) => ({ years }))],
    [1, () => steps(chance, 3, 11).map((months) => ({ months }))],
    [1, () => steps(chance, 3, 300).map((days) => ({ days }))],
    [1, () => [{ days: 0 }, { months: chance.from(1, 9) }, { years: 1 }]],
  ]);
}

function afterPeriod(chance: Chance): From[] {
  const days = steps(chance, 2, 27).map((days) => ({ afterPeriod: { days } }));
  const months = steps(chance, 2, 3).map((months) => ({ afterPeriod: { months: months + 1 } }));
  return chance.way<From[]>([
    [1, () => days],
    [2, () => [...days, ...months]],
  ]);
}

/** Several different numbers from nothing to the most, in ascending order. */
function steps(chance: Chance, count: number, most: number): number[] {
  return [...new Set(chance.times(1, count, () => (chance.oneIn(3) ? 0 : chance.from(0, most))))].sort((a, b) => a - b);
}
