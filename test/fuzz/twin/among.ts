import { lastDayOf, standing } from './conditions.ts';
import { against } from './fraction.ts';
import type { Place } from './place.ts';
import { hasLeft, quantity } from './quantity.ts';
import type { Span } from './world.ts';
import type { Among, Component } from './written.ts';

/** Whether a member is among those who share, or waited for. */
export type Sharing = 'in' | 'out' | 'waits';

/** Whether a member meets all that is asked of who shares. */
export function sharing(asked: readonly Among[], component: Component, span: Span, place: Place): Sharing {
  const each = asked.map((one) => meets(one, component, span, place));
  if (each.includes('out')) return 'out';
  if (!each.includes('waits')) return 'in';
  return !place.isAnew && hasLeft(place.member, place.world) ? 'out' : 'waits';
}

function meets(asked: Among, component: Component, span: Span, place: Place): Sharing {
  const { member, world } = place;
  if ('received' in asked) {
    const state = standing(asked.received, false, component, span, member, world);
    if (state === 'good' || state === 'not asked') return 'in';
    const kind = world.scheme.evidence.find(({ id }) => id === asked.received);
    if (!kind) throw new Error(`no such evidence: ${asked.received}`);
    return state === 'open' && lastDayOf(kind, span, world) !== null ? 'waits' : 'out';
  }
  const [is, least] = [quantity(asked.is, place), quantity(asked.atLeast, place)];
  if (!is || !least) return 'waits';
  return against(is, least) >= 0 ? 'in' : 'out';
}
