import { dayOf, textOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import { leavesOf } from './leaves.ts';
import type { Case, Component, Node, Period, Row, Schedule, Scheme, Tables } from './written.ts';

// A scheme of which one period is cut in two: what a component has come to by the end of the two is what it had come to by the end of the one.
//
// It must hold for whatever is worked out for the whole term and spread by shares, to the penny, as sums are rounded to date: fixed and per-patient sums,
// pools, shared sums and envelopes, bands, lines, latest figures, achievement, events with their limits of the term, joining and leaving by days, groups,
// and components that are rounded together. It cannot hold for
// - a value of each period, of its figures, lists or events, and a limit of each: the two halves are two of them;
// - instalments that are rounded each for itself;
// - what changes on a day that becomes the first of a period, or lies between: it holds in the second half alone;
// - windows and last days that are counted from the end of a period;
// - who joins or leaves within it, where that goes by whole periods, or where something is shared or compared among members.

export interface Cut {
  readonly run: Case;
  /** The components for whose worth it must hold. */
  readonly components: ReadonlySet<string>;
  /** Those for whose entitlement it must hold too: the same stands against both halves as stood against the one, and in neither anything is given back. */
  readonly entitled: ReadonlySet<string>;
}

/** The case with one of its periods cut on a day of chance; null where nothing of it can be cut. */
export function cutInTwo(run: Case, chance: Chance): Cut | null {
  const { scheme, tables } = run;
  const place = chance.from(0, run.period);
  const period = scheme.periods[place];
  if (!period || scheme.allOrNothing) return null;
  const [start, end] = [dayOf(period.start), Math.min(dayOf(period.end), dayOf(run.asAt))];
  if (end <= start) return null;
  const on = chance.from(start + 1, end);
  const isCutAt = (day: string) => dayOf(day) > start && dayOf(day) <= on;
  const moves = (tables['memberships.csv'] ?? []).some(({ from = '' }) => isCutAt(from));
  const comesOrGoes = (tables['practices.csv'] ?? []).some((row) => {
    const days = [row.joined_on ?? '', row.left_on ?? ''];
    return row.notice_on !== undefined || days.some((day) => day >= period.start && day <= period.end);
  });
  const byDays = scheme.leaving.prorate === 'days' && scheme.joining?.prorate === 'days';
  if (moves || (tables['successions.csv'] ?? []).length > 0 || (comesOrGoes && !byDays)) return null;
  const halves = halvesOf(period, on);
  const all = leavesOf(scheme.components);
  const holds = all.filter(
    (component) =>
      isSpread(component, scheme, isCutAt) &&
      !(comesOrGoes && (isTogether(component) || isInPounds(component, scheme))),
  );
  if (holds.length === 0 || (scheme.rounding.at === 'period' && holds.length < all.length)) return null;
  const asksByPeriod = /"(tests|after-period|claim-window)"/;
  const stands = !asksByPeriod.test(JSON.stringify([scheme.components, scheme.conditions, scheme.evidence]));
  const isEntitled = (component: Component) => stands && scheme.rounding.at === 'component' && neverFalls(component);
  return {
    run: {
      ...run,
      scheme: schemeCut(scheme, place, halves),
      tables: tablesCut(tables, halves),
      period: run.period + 1,
    },
    components: new Set(holds.map(({ id }) => id)),
    entitled: new Set(holds.filter(isEntitled).map(({ id }) => id)),
  };
}

type Halves = readonly [Period, Period];

function halvesOf(period: Period, on: number): Halves {
  return [
    { ...period, id: `${period.id}a`, title: `${period.title}, first`, end: textOf(on - 1) },
    { ...period, start: textOf(on) },
  ];
}

/** Whether a component is worth the same, spread over one period more. */
function isSpread(component: Component, scheme: Scheme, isCutAt: (day: string) => boolean): boolean {
  const schedule = component.schedule ?? scheme.schedule;
  const text = JSON.stringify([
    component.value,
    component.adjustments,
    component.achievement,
    named(component, scheme),
  ]);
  const days = [...text.matchAll(/"from":"(\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day);
  if (/each-period|each-quarter|periodsBefore|to-date|atMostPerPeriod|"per":\[[^\]]*"period"|byDays/.test(text))
    return false;
  if (/"from":\{"(years|months|days|afterPeriod)"/.test(text) || days.some(isCutAt)) return false;
  if (text.includes('"among"') && /after-period|claim-window/.test(JSON.stringify(scheme.evidence))) return false;
  if (/"event":/.test(text)) return countsByDays(scheme);
  return schedule?.kind !== 'each-period' && !(schedule && 'rounded' in schedule);
}

/** Whether no period of it can be worth less than nothing: what is shared out by largest remainder may, by a penny. */
function neverFalls({ value }: Component): boolean {
  const text = JSON.stringify(value);
  if (/"(pool|shared|envelope)"/.test(text)) return false;
  return !(text.includes('"event"') && /"(difference|bands|line|least|greatest)"/.test(text));
}

/** The quantities that it names, and those that they name. */
function named(component: Component, { quantities = [] }: Scheme): unknown {
  return JSON.stringify(component).includes('"named"') ? quantities : [];
}

/** Whether claims are judged by days alone. */
function countsByDays({ claimWindow, components }: Scheme): boolean {
  const isByDays =
    claimWindow !== undefined && claimWindow.kind !== 'end-of-next-period' && claimWindow.after !== 'period';
  // An event has its limits in one component: those of a period are those of all that count it.
  return isByDays && !/atMostPerPeriod|each-period|each-quarter|periodsBefore|to-date/.test(JSON.stringify(components));
}

/** Whether its schedule is one of pounds, which no day divides exactly. */
function isInPounds({ schedule }: Component, scheme: Scheme): boolean {
  return (schedule ?? scheme.schedule)?.kind === 'pounds';
}

/** Whether it is worked out among members. */
function isTogether({ value, achievement }: Component): boolean {
  const kinds = ['pool', 'shared', 'envelope', 'of-all', 'rank', 'measuredAt', 'personOver', 'named'];
  const text = JSON.stringify([value, achievement]);
  return kinds.some((kind) => text.includes(`"${kind}"`));
}

function schemeCut(scheme: Scheme, place: number, halves: Halves): Scheme {
  const { periods, schedule } = scheme;
  const own = (each: Schedule): Schedule => scheduleCut(each, periods, halves);
  const inBoth = (ids: readonly string[]) => ids.flatMap((id) => (id === halves[1].id ? [halves[0].id, id] : [id]));
  const conditions = (each: Scheme['conditions'] = []) =>
    each.map((one) => ({ ...one, periods: one.periods === 'every' ? one.periods : inBoth(one.periods) }));
  const node = (each: Node): Node => {
    if ('group' in each) return { ...each, components: each.components.map(node) };
    return {
      ...each,
      ...(each.schedule ? { schedule: own(each.schedule) } : {}),
      ...(each.conditions ? { conditions: conditions(each.conditions) } : {}),
    };
  };
  return {
    ...scheme,
    periods: periods.toSpliced(place, 1, ...halves),
    ...(schedule ? { schedule: own(schedule) } : {}),
    ...(scheme.conditions ? { conditions: conditions(scheme.conditions) } : {}),
    components: scheme.components.map(node),
  };
}

/** The same schedule over one period more, the two with parts of the share of the one by their days. */
function scheduleCut(schedule: Schedule, periods: readonly Period[], [first, second]: Halves): Schedule {
  if (schedule.kind === 'each-period') return schedule;
  const days = ({ start, end }: Period) => dayOf(end) - dayOf(start) + 1;
  const all = days(first) + days(second);
  if (schedule.kind === 'pounds') {
    const pence = Math.round(Number(schedule.pounds[second.id] ?? '0') * 100);
    const part = Math.floor((pence * days(first)) / all);
    const pounds = {
      ...schedule.pounds,
      [first.id]: (part / 100).toFixed(2),
      [second.id]: ((pence - part) / 100).toFixed(2),
    };
    return { ...schedule, pounds };
  }
  const shareOf = ({ id }: Period) =>
    schedule.kind === 'equal' ? `1/${periods.length}` : (schedule.shares[id] ?? '0');
  const shares = Object.fromEntries(periods.map((period) => [period.id, shareOf(period)]));
  const part = (half: Period) => timesShare(shareOf(second), days(half), all);
  const { kind: _, ...rest } = schedule;
  return {
    clause: rest.clause,
    ...('rounded' in rest ? { rounded: rest.rounded } : {}),
    kind: 'shares',
    shares: { ...shares, [first.id]: part(first), [second.id]: part(second) },
  };
}

/** So many days of a share of so many. */
function timesShare(share: string, days: number, all: number): string {
  const [above = '0', below = '1'] = share.endsWith('%') ? [share.slice(0, -1), '100'] : share.split('/');
  const places = (above.split('.')[1] ?? '').length;
  return `${BigInt(above.replace('.', '')) * BigInt(days)}/${BigInt(below) * 10n ** BigInt(places) * BigInt(all)}`;
}

/** Facts of the period are facts of both halves; nothing was paid yet. */
function tablesCut(tables: Tables, [first, second]: Halves): Tables {
  const inBoth = (row: Row): Row[] => (row.period === second.id ? [{ ...row, period: first.id }, row] : [row]);
  const cut = Object.entries(tables).map(
    ([file, rows]) => [file, file === 'paid.csv' ? [] : rows.flatMap(inBoth)] as const,
  );
  return Object.fromEntries(cut);
}
