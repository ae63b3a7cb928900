import { blocksIn, type Quantity } from '../../domain/scheme/quantity.ts';
import type { Path } from '../../json/mistake.ts';
import { quantityKinds } from '../grammar/quantity.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import type { WrittenValue } from '../grammar/value.ts';
import { leavesOf } from '../tree.ts';

/** Whether a value works something out, and is a quantity in itself. */
export function isQuantity(value: WrittenValue): value is WrittenValue & Quantity {
  return quantityKinds.includes(value.kind);
}

/** An event where it is written, and the component that it is paid under. */
export interface PlacedEvent {
  readonly event: string;
  readonly component: string;
  readonly at: Path;
}

/** Every kind of event that components pay for. */
export function eventsPaid(scheme: WrittenScheme): PlacedEvent[] {
  return leavesOf(scheme).flatMap(({ component: { id, value }, at }) =>
    value
      ? eventsOf(value).map(({ event, way }) => ({ event, component: id, at: [...at, 'value', ...way, 'event'] }))
      : [],
  );
}

/** Whether a value is paid as its events fall. */
export function paysByEvents(value: WrittenValue): boolean {
  return eventsOf(value).length > 0;
}

/** Whether a value is paid as it grows: as its events fall, or as figures are added up to date. It has no schedule then. */
export function paysAsItGrows(value: WrittenValue): boolean {
  return paysByEvents(value) || (isQuantity(value) && blocksIn(value).some(({ block }) => block.kind === 'to-date'));
}

function eventsOf(value: WrittenValue): { readonly event: string; readonly way: Path }[] {
  if (value.kind === 'per-event') return [{ event: value.event, way: [] }];
  if (!isQuantity(value)) return [];
  return blocksIn(value).flatMap(({ block, at }) => (block.kind === 'events' ? [{ event: block.event, way: at }] : []));
}
