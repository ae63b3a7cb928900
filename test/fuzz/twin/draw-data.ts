import { dayOf, monthsAfter, textOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import { eventsOf } from './draw-events.ts';
import { drawPaid, drawPayees, drawPlans } from './draw-money.ts';
import { drawShare, pad } from './draw-numbers.ts';
import { dayNear } from './draw-scheme.ts';
import { drawSuccessions } from './draw-successions.ts';
import { leavesOf } from './leaves.ts';
import type { Case, Row, Scheme, Tables } from './written.ts';

/** A run of a scheme over a data folder, by chance. */
export function drawCase(chance: Chance, scheme: Scheme): Case {
  const codes = chance.times(1, 4, (place) => `Z0000${place + 1}`);
  const period = chance.oneIn(2) ? scheme.periods.length - 1 : chance.from(0, scheme.periods.length - 1);
  const earliest = dayOf(scheme.periods[period]?.start ?? '');
  const asAt = textOf(chance.oneIn(4) ? earliest + chance.from(0, 30) : earliest + chance.from(30, 300));
  const each = (draw: (code: string) => Row[]) => codes.flatMap(draw);
  const practices = codes.map((code) => drawPractice(chance, scheme, code));
  const tables: Tables = {
    'practices.csv': practices,
    ...(goesByPlaces(scheme) ? { 'memberships.csv': each((code) => drawMoves(chance, scheme, code)) } : {}),
    'list-sizes.csv': practices.flatMap((practice) => drawLists(chance, scheme, practice)),
    ...(scheme.evidence.length > 0 ? { 'evidence.csv': each((code) => drawEvidenceRows(chance, scheme, code)) } : {}),
    ...(scheme.measures.length > 0 ? { 'measures.csv': each((code) => drawMeasureRows(chance, scheme, code)) } : {}),
    ...(eventsOf(scheme).length > 0 ? { 'claims.csv': each((code) => drawClaims(chance, scheme, code)) } : {}),
    'decisions.csv': each((code) => drawDecisions(chance, scheme, code)),
    'plans.csv': each((code) => drawPlans(chance, scheme, code)),
    'payees.csv': each((code) => drawPayees(chance, scheme, code)),
  };
  const unpaid: Case = { scheme, tables, period, asAt };
  const paid = { ...unpaid, tables: { ...tables, 'paid.csv': drawPaid(chance, unpaid) } };
  return drawSuccessions(chance, paid);
}

function drawPractice(chance: Chance, scheme: Scheme, code: string): Row {
  const { periods } = scheme;
  const [start, end] = [dayOf(scheme.term.start), dayOf(scheme.term.end)];
  return {
    practice_code: code,
    practice_name: `Practice ${code}`,
    ...drawPlaces(chance, scheme),
    ...chance.maybe(4, () => ({ joined_on: textOf(chance.from(start - 200, end - 5)) })),
    ...chance.maybe(5, () => ({
      left_on: textOf(chance.oneIn(6) ? start - chance.from(1, 40) : chance.from(start, end + 20)),
    })),
    ...(scheme.leaving.notice ? chance.maybe(6, () => ({ notice_on: dayNear(chance, periods) })) : {}),
  };
}

function goesByPlaces({ components }: Scheme): boolean {
  return /"(within|measuredAt)":/.test(JSON.stringify(components));
}

/** The locality and the network, where something goes by them. */
function drawPlaces(chance: Chance, scheme: Scheme): Row {
  if (!goesByPlaces(scheme)) return {};
  return { locality: chance.of(['East', 'West']), pcn_code: chance.of(['N1', 'N1', 'N2', 'U']) };
}

function drawMoves(chance: Chance, scheme: Scheme, practice_code: string): Row[] {
  const days = new Set(chance.oneIn(3) ? chance.times(1, 2, () => dayNear(chance, scheme.periods)) : []);
  return [...days].map((from) => ({
    practice_code,
    from,
    ...(chance.oneIn(3) ? {} : { locality: chance.of(['East', 'West', 'North']) }),
    ...(chance.oneIn(3) ? {} : { pcn_code: chance.of(['N1', 'N2', 'N3', 'U']) }),
  }));
}

function drawLists(chance: Chance, scheme: Scheme, { practice_code = '', joined_on }: Row): Row[] {
  const text = JSON.stringify(scheme);
  const populations = text.includes('"adjusted"') ? ['registered', 'adjusted'] : [''];
  const of = (day: string): Row[] =>
    populations.map((population) => ({
      practice_code,
      as_at: day,
      patients: `${chance.oneIn(8) ? 0 : chance.from(1, 9000)}${population === 'adjusted' && chance.oneIn(2) ? '.5' : ''}`,
      ...(population ? { population } : {}),
    }));
  const { at } = scheme.population;
  const quarters = [0, 3, 6, 9, 12, 15].map((months) => textOf(monthsAfter(dayOf(scheme.term.start), months)));
  const other = new Set([
    ...(/"patients","at"|"adjusted","at"/.test(text) ? scheme.periods.map(({ start }) => start) : []),
    ...(text.includes('each-quarter') ? quarters : []),
  ]);
  other.delete(at);
  const joinedList = () => {
    const first = textOf(dayOf(joined_on ?? '') + chance.from(0, 40));
    return other.has(first) || first === at ? [] : of(first);
  };
  const [instead = at] = scheme.population.acceptedInstead ?? [];
  const own = chance.oneIn(2) || other.has(instead) || text.includes('"adjusted"') ? at : instead;
  return [
    ...of(own),
    ...[...other].flatMap((day) => (chance.oneIn(5) ? [] : of(day))),
    ...(joined_on && joined_on > at && chance.oneIn(2) ? joinedList() : []),
  ];
}

function drawEvidenceRows(chance: Chance, scheme: Scheme, practice_code: string): Row[] {
  return scheme.evidence.flatMap(({ id, per = [], minimum }) =>
    chance.times(0, 3, () => ({
      practice_code,
      evidence: id,
      received_on: dayNear(chance, scheme.periods),
      ...(per.includes('component') && chance.oneIn(2) ? { component: chance.of(leavesOf(scheme.components)).id } : {}),
      ...(per.includes('period') && !chance.oneIn(3) ? { period: chance.of(scheme.periods).id } : {}),
      ...(minimum && !chance.oneIn(4) ? { quantity: `${chance.from(1, 60)}` } : {}),
    })),
  );
}

function drawMeasureRows(chance: Chance, scheme: Scheme, practice_code: string): Row[] {
  const lines = scheme.measures.flatMap(({ id, lines: has }) =>
    (has ? chance.some(['a', 'b', 'c']) : ['']).map((item) => ({ id, item })),
  );
  return lines.flatMap(({ id, item }) => {
    const days = new Set(
      scheme.periods.flatMap(({ start, end }) => chance.some([start, end, textOf(dayOf(end) - 3)], 2)),
    );
    if (chance.oneIn(3)) days.add(dayNear(chance, scheme.periods));
    return [...(chance.oneIn(6) ? [] : days)].map((as_at) => {
      const denominator = chance.oneIn(8) ? 0 : chance.from(1, 300);
      return {
        practice_code,
        measure: id,
        ...(item ? { item } : {}),
        as_at,
        numerator: `${chance.from(0, denominator)}`,
        denominator: `${denominator}`,
      };
    });
  });
}

function drawClaims(chance: Chance, scheme: Scheme, practice_code: string): Row[] {
  const kinds = eventsOf(scheme);
  const [start, end] = [dayOf(scheme.term.start), dayOf(scheme.term.end)];
  return chance.times(0, 14, () => {
    const { event, person, amount } = chance.of(kinds);
    const on = chance.oneIn(15) ? chance.from(start - 10, end + 10) : chance.from(start, end);
    const claimed = on + (chance.oneIn(12) ? -chance.from(1, 3) : chance.from(0, chance.of([10, 40, 200])));
    return {
      practice_code,
      event: chance.oneIn(20) ? 'event-unknown' : event,
      event_id: `E${chance.from(1, 40)}`,
      event_date: textOf(on),
      claimed_on: textOf(claimed),
      ...(person ? { person: chance.of(['A', 'B', 'C']) } : {}),
      ...(amount ? { amount: `${chance.from(0, 900)}.${pad(chance.from(0, 99), 2)}` } : {}),
    };
  });
}

function drawDecisions(chance: Chance, scheme: Scheme, practice_code: string): Row[] {
  const one = (given: Row): Row => ({
    practice_code,
    decided_on: dayNear(chance, scheme.periods),
    decided_by: 'R. Patel',
    reason: 'as agreed',
    ...given,
  });
  const recover = () =>
    chance.times(1, 2, () =>
      one({
        decision: chance.of(['recover', 'waive-recovery']),
        component: chance.of(leavesOf(scheme.components)).id,
        amount: `${chance.from(1, 900)}.${pad(chance.from(0, 99), 2)}`,
        ...chance.maybe(2, () => ({ period: chance.of(scheme.periods).id })),
      }),
    );
  const late = () => {
    const { id, per = [] } = chance.of(scheme.evidence);
    return [
      one({
        decision: 'accept-late',
        evidence: id,
        ...(per.includes('component') && chance.oneIn(2)
          ? { component: chance.of(leavesOf(scheme.components)).id }
          : {}),
        ...(per.includes('period') && chance.oneIn(2) ? { period: chance.of(scheme.periods).id } : {}),
      }),
    ];
  };
  return [
    ...(chance.oneIn(5)
      ? [
          one({
            decision: 'proportion',
            component: chance.of(leavesOf(scheme.components)).id,
            proportion: percent(chance),
          }),
        ]
      : []),
    ...(chance.oneIn(3) ? recover() : []),
    ...(scheme.evidence.length > 0 && chance.oneIn(3) ? late() : []),
    ...(eventsOf(scheme).length > 0 && chance.oneIn(3)
      ? [one({ decision: 'accept-late', evidence: `E${chance.from(1, 40)}` })]
      : []),
  ];
}

function percent(chance: Chance): string {
  return chance.oneIn(3) ? `${chance.from(0, 100)}%` : drawShare(chance).replace(/^(\d+)$/, '$1%');
}
