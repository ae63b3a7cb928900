import { blocksIn } from '../../domain/scheme/quantity.ts';
import { isByClaims } from '../../domain/scheme/quantity-kinds.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { groupsOf } from '../tree.ts';
import type { PlacedEvent } from './events.ts';
import { blockMistake, quantitiesIn } from './quantities.ts';

/** Claims find their limits in the value of a component: elsewhere a block names that component, and no limit goes by claims. */
export function eventsStandInValues(scheme: WrittenScheme): JsonMistake[] {
  const placed = new Map(placedClaimsBlocks(scheme).map((each) => [`${each.at}`, each]));
  return [...placed.values()].flatMap(({ it, at, isOfValue, isInLimit }): JsonMistake[] => {
    if (isInLimit) {
      return [
        blockMistake(at, 'a limit of events cannot go by claims; expected other figures', 'take it from a measure'),
      ];
    }
    if (isOfValue || it.limitsOf !== undefined) return [];
    const message =
      'events are owned by the value of a component; expected "limitsOf" here, with the component that pays for them';
    return [blockMistake(at, message, 'add "limitsOf", or write them in "value"')];
  });
}

/** The blocks that go by claims outside the values that own them. */
export function claimsBlocksIn(scheme: WrittenScheme): PlacedEvent[] {
  return placedClaimsBlocks(scheme)
    .filter(({ isOfValue }) => !isOfValue)
    .map(({ it: block, at }) => ({ event: block.event, component: '', limitsOf: block.limitsOf, block, at }));
}

function placedClaimsBlocks(scheme: WrittenScheme) {
  const groups = new Set(groupsOf(scheme).map(({ at }) => `${at}`));
  return quantitiesIn(scheme).flatMap(({ it, at: above, isOfMember }) => {
    const isOfValue = isOfMember === true && !groups.has(`${above.slice(0, above.lastIndexOf('value'))}`);
    return blocksIn(it).flatMap(({ block, at }) => {
      const isInLimit = above.at(-1) === 'atMost' || at.includes('atMost');
      return isByClaims(block) ? [{ it: block, at: [...above, ...at], isOfValue, isInLimit }] : [];
    });
  });
}
