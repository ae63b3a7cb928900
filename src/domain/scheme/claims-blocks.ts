import { type EventInValue, eventsOfValue, quantitiesOf } from './depends-on.ts';
import { isOnePrice } from './event-prices.ts';
import { blocksIn } from './quantity.ts';
import { isByClaims } from './quantity-kinds.ts';
import type { Scheme } from './scheme.ts';

/** A block that goes by claims. */
export type ClaimsBlock = EventInValue['block'];

/** Every block of a scheme that goes by claims, wherever it stands. */
export function claimsBlocks({ components }: Pick<Scheme, 'components'>): readonly ClaimsBlock[] {
  const blocks = components.flatMap((component) => [
    ...eventsOfValue(component.value).map(({ block }) => block),
    ...quantitiesOf(component).flatMap((quantity) =>
      blocksIn(quantity).flatMap(({ block }) => (isByClaims(block) ? [block] : [])),
    ),
  ]);
  return [...new Set(blocks)];
}

/** Whether a block asks more of a claim than its kind of event and its period. */
export function isTallied(block: ClaimsBlock): boolean {
  if (block.kind === 'per-event') return !isOnePrice(block.pounds);
  return block.kind === 'claimed' || block.from !== undefined || block.until !== undefined || block.on !== undefined;
}
