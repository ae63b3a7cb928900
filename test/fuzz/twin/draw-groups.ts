import type { Chance } from './chance.ts';
import { drawPounds, drawSharesOfOne } from './draw-numbers.ts';
import type { Component, Group, Node, Scheme } from './written.ts';

const clause = '1';

/** Components of which none is paid unless all are. */
export function drawAllOrNothing(
  chance: Chance,
  components: readonly Component[],
): NonNullable<Scheme['allOrNothing']> {
  const ids = components.map(({ id }) => id);
  return chance.times(1, 2, () => {
    const [first = '', ...others] = chance.some(ids);
    const second = chance.of(ids.filter((id) => id !== first));
    return { components: first === '' ? ids : [first, ...(others.length > 0 ? others : [second])], clause };
  });
}

/** Puts components that follow one another under headings: some share the value of their heading in place of one of their own. */
export function drawGroups(chance: Chance, components: readonly Component[]): Node[] {
  const from = components.findIndex(isForAGroup);
  if (from < 0) return [...components];
  const beyond = components.findIndex((each, place) => place > from && !isForAGroup(each));
  const until = beyond < 0 ? components.length : beyond;
  const own = components.slice(from, until);
  const shares = own.every(mayShare) && chance.oneIn(2);
  const group = { ...heading('Outcome', [...own]), ...(shares ? shared(chance, own) : {}) };
  return [...components.slice(0, from), group, ...components.slice(until)];
}

function heading(title: string, components: Node[]): Group {
  return { group: title, level: 'outcome', clause, components };
}

/** One value, of which each has its share: those after the first through a heading of their own. */
function shared(chance: Chance, own: readonly Component[]): Pick<Group, 'value' | 'components'> {
  const value = { kind: chance.of(['per-patient', 'fixed'] as const), pounds: drawPounds(chance, 5), clause };
  const sharing = (components: readonly Component[]) => {
    const shares = drawSharesOfOne(chance, components.length);
    return components.map(({ value: _, ...each }, place) => ({ ...each, share: shares[place] ?? '0' }));
  };
  const [first, ...others] = own;
  if (!first || others.length < 2 || chance.oneIn(2)) return { value, components: sharing(own) };
  const { value: _, ...alone } = first;
  const [mine = '0', theirs = '1'] = drawSharesOfOne(chance, 2);
  const inner = { ...heading('Indicator', sharing(others)), share: theirs };
  return { value, components: [{ ...alone, share: mine }, inner] };
}

function isForAGroup({ value }: Component): boolean {
  return value.kind !== 'pool' && value.kind !== 'shared' && value.kind !== 'envelope';
}

/** Whether a component is one by its schedule, so that it may have a share in place of its value. */
function mayShare({ value, schedule }: Component): boolean {
  return schedule?.kind !== 'pounds' && !/"(event|claimed)"/.test(JSON.stringify(value));
}
