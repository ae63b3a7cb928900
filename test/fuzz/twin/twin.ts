import { stopsOf, together } from './all-or-nothing.ts';
import { dayOf } from './calendar.ts';
import { judged } from './claims.ts';
import { type Status, statusOf } from './conditions.ts';
import { type Fraction, fraction, read, times } from './fraction.ts';
import { cut, potOf, potted } from './pots.ts';
import { dueOf, scheduled, type Worth } from './scheduled.ts';
import { isCarried, type Line, type Settled, settled } from './settle.ts';
import { tallied } from './tallied.ts';
import { isTallied } from './tallies.ts';
import { pence as rounded } from './value.ts';
import { keptOf, type Member, type Span, takesPart, type World, worldOf } from './world.ts';
import type { Case, Component } from './written.ts';

/** What a run comes to, in lines that can be held against those of the reports. */
export function twin(run: Case): string[] {
  const world = worldOf(run, judged);
  const pots = new Map(
    world.components.flatMap((component) => {
      const pot = potOf(component);
      return pot ? [[component.id, potted(component, pot, world)] as const] : [];
    }),
  );
  return world.members.flatMap((member) => linesOf(member, pots, world)).sort();
}

type Pots = ReadonlyMap<string, ReadonlyMap<Member, readonly Worth[]>>;

function linesOf(member: Member, pots: Pots, world: World): string[] {
  const worths = worthOf(member, pots, world);
  const said: string[] = [];
  const all: Line[][] = [];
  const alone = (component: Component, span: Span): Status => {
    const standing = statusOf(component, span, member, world);
    return worths.get(component.id)?.[span.place]?.waits && standing === 'released' ? 'withheld' : standing;
  };
  const isDue = (id: string, place: number) => {
    const own = worths.get(id)?.[place];
    return own !== undefined && (own.isDue ?? (own.waits || own.pence !== 0n));
  };
  for (const component of world.components) {
    const own = worths.get(component.id) ?? [];
    const proportion = proportionOf(member, component);
    let [before, beforeByDecision, entitled] = [0n, 0n, 0n];
    const lines = own.map(({ pence, waits, isOpen, isStopped, lost = [] }, place): Line => {
      const span = world.periods[place];
      if (!span) throw new Error('no such period');
      for (const each of lost) said.push(unpaid(member, component, span.id, each.as, each.pence));
      const of = (id: string) => world.components.find((each) => each.id === id) ?? component;
      const standing = together(
        component.id,
        world,
        (id) => alone(of(id), span),
        (id) => isDue(id, place),
      );
      const status = waits && proportion ? 'withheld' : standing;
      if (!waits) before += pence;
      let entitlement = status === 'released' ? pence : 0n;
      if (pence < 0n && !proportion) {
        entitlement = -pence < entitled ? pence : -entitled;
        if (pence !== entitlement) said.push(unpaid(member, component, span.id, 'below-nothing', pence - entitlement));
      } else if (proportion && !waits) {
        const toDate = pots.has(component.id)
          ? cut(before, proportion, world)
          : rounded(times(proportion, fraction(before, 100n)), world);
        entitlement = toDate - beforeByDecision;
        beforeByDecision = toDate;
        if (pence !== entitlement) said.push(unpaid(member, component, span.id, 'proportion', pence - entitlement));
      } else if (status !== 'released' && (waits || pence !== 0n)) {
        // Of what another stops, nothing is left: whether it is then told as waiting or as lost, without a sum, the rules leave open.
        const told = isStopped && pence === 0n ? ['withheld', 'forfeited'] : [status];
        const mark = pence === 0n && (isOpen || isStopped) ? '?' : '';
        for (const each of told) said.push(`${unpaid(member, component, span.id, each, pence)}${mark}`);
      }
      // Of who has left nothing is due: whether a figure of it that is missing is told, without a sum, the rules leave open.
      const isGone = member.left !== null && member.left < span.start;
      if (pots.has(component.id) && isGone && pence === 0n && !waits && status === 'released')
        said.push(`${unpaid(member, component, span.id, 'withheld', pence)}?`);
      entitled += entitlement;
      return { component, span, entitlement };
    });
    for (const line of lines)
      said.push(`${member.code} ${component.id} ${line.span.id} entitlement ${line.entitlement}`);
    all.push(lines);
  }
  for (const { line, code } of world.claims(member).refused) said.push(`${member.code} refused ${line} ${code}`);
  return [...said, ...paidOut(settled(all, member, world), member, world)];
}

function unpaid(member: Member, { id }: Component, period: string, status: string, pence: bigint): string {
  return `${member.code} ${id} ${period} unpaid ${status} ${pence}`;
}

/** Payments and clawbacks, or what is carried of payments that are too small. */
function paidOut(results: readonly Settled[], { code }: Member, world: World): string[] {
  const carried = isCarried(results, world);
  return results.map(({ component, period, as, payee, pence }) =>
    as === 'payment' && carried
      ? `${code} ${component} ${period} unpaid carried ${pence}`
      : `${code} ${component} ${period} ${as} ${payee} ${pence}`,
  );
}

/** The share that a person decided on for a component; the latest decision counts. */
function proportionOf(member: Member, { id }: Component) {
  const rows = member.rows('decisions.csv').filter((row) => row.decision === 'proportion' && row.component === id);
  const latest = [...rows].sort((a, b) => dayOf(a.decided_on ?? '') - dayOf(b.decided_on ?? '')).at(-1);
  return latest ? read(latest.proportion ?? '') : null;
}

function worthOf(member: Member, pots: Pots, world: World): ReadonlyMap<string, readonly Worth[]> {
  if (!takesPart(member, world)) {
    const nothing = world.periods.slice(0, world.last + 1).map(() => ({ pence: 0n, waits: false }));
    return new Map(world.components.map(({ id }) => [id, nothing]));
  }
  const alone = world.components.filter(({ id }) => !pots.has(id));
  const byEvents = alone.filter(isTallied);
  const bySchedule = alone.filter((component) => !isTallied(component));
  const counted = byEvents.map((component) => [component.id, tallied(component, member, world)] as const);
  const earnsNothing = new Map([
    ...bySchedule.map((component) => [component.id, dueOf(component, member, world).earnsNothing] as const),
    ...counted.map(([id, own]) => [id, own.map((each) => each.earnsNothing)] as const),
  ]);
  const isStopped = stopsOf(world, (id, place) => earnsNothing.get(id)?.[place] ?? false);
  const unlessStopped = (id: string, worths: readonly Worth[]) =>
    worths.map((worth, place) => (isStopped(id, place) ? { ...worth, pence: 0n } : worth));
  const earned = [
    ...[...pots].map(([id, pot]) => [id, unlessStopped(id, pot.get(member) ?? [])] as const),
    ...scheduled(bySchedule, member, world, isStopped),
    ...counted.map(([id, own]) => [id, unlessStopped(id, own)] as const),
  ];
  const told = (id: string, worths: readonly Worth[]) =>
    worths.map((worth, place): Worth => (isStopped(id, place) ? { ...worth, isStopped: true } : worth));
  return new Map(
    earned.map(([id, worths]) => [id, lessWhatComesBack(told(id, worths), keptOf(member, id, world), world)]),
  );
}

/** Of who left soon after its own start a share of all that was earned to date comes back. */
function lessWhatComesBack(worths: readonly Worth[], kept: Fraction | null, world: World): readonly Worth[] {
  if (kept === null) return worths;
  let [earned, left] = [0n, 0n];
  return worths.map((worth) => {
    earned += worth.pence;
    const before = left;
    left = rounded(times(kept, fraction(earned, 100n)), world);
    const back = { as: 'left' as const, pence: worth.pence - (left - before) };
    const lost = worth.lost && { lost: [...worth.lost, ...(back.pence > 0n ? [back] : [])] };
    return { ...worth, ...lost, pence: left - before };
  });
}
