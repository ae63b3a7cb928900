import { blocksIn, type ClaimsQuantity, type Quantity } from '../../domain/scheme/quantity.ts';
import { isByClaims, isToDate } from '../../domain/scheme/quantity-kinds.ts';
import type { Path } from '../../json/mistake.ts';
import { quantityKinds } from '../grammar/quantity.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import type { WrittenValue } from '../grammar/value.ts';
import { leavesOf } from '../tree.ts';

/** Whether a value works something out, and is a quantity in itself. */
export function isQuantity(value: WrittenValue): value is WrittenValue & Quantity {
  return quantityKinds.includes(value.kind);
}

/** A block that goes by claims where it is written, and the component that it stands in. */
export interface PlacedEvent {
  readonly event: string;
  readonly component: string;
  /** The component whose limits hold; left out, the block has its own. */
  readonly limitsOf: string | undefined;
  readonly block: WrittenEvents;
  /** The place of the block. */
  readonly at: Path;
}

/** A value or a quantity that goes by claims. */
export type WrittenEvents = Extract<WrittenValue, { kind: 'per-event' }> | ClaimsQuantity;

/** Every block by which components pay for events. */
export function eventsPaid(scheme: WrittenScheme): PlacedEvent[] {
  return leavesOf(scheme).flatMap(({ component: { id, value }, at }) =>
    value
      ? eventBlocksOf(value).map(({ block, way }) => {
          const { event, limitsOf } = block;
          return { event, component: id, limitsOf, block, at: [...at, 'value', ...way] };
        })
      : [],
  );
}

/** Whether a value is paid as its events fall, or its figures add up: it counts all of them to date. */
export function paysByEvents(value: WrittenValue): boolean {
  if (value.kind === 'per-event') return true;
  return addingUp(value).some(({ block }) => isToDate(block));
}

/** The blocks of a value that go by claims. */
export function eventBlocksOf(value: WrittenValue): { readonly block: WrittenEvents; readonly way: Path }[] {
  if (value.kind === 'per-event') return [{ block: value, way: [] }];
  return addingUp(value).flatMap(({ block, at }) => (isByClaims(block) ? [{ block, way: at }] : []));
}

/** The blocks by which each member earns for itself: of a quantity, or of an envelope over what adds up to date. */
function addingUp(value: WrittenValue): readonly { readonly block: Quantity; readonly at: Path }[] {
  if (addsUpInEnvelope(value)) return blocksIn(value.of).map(({ block, at }) => ({ block, at: ['of', ...at] }));
  return isQuantity(value) ? blocksIn(value) : [];
}

/** Whether a value is an envelope in which each earns by what adds up to date. */
export function addsUpInEnvelope(value: WrittenValue): value is Extract<WrittenValue, { kind: 'envelope' }> {
  return value.kind === 'envelope' && blocksIn(value.of).some(({ block }) => isToDate(block));
}
