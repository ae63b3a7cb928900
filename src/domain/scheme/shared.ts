import type { Envelope, Shared, Value } from './value.ts';

/** A value that several practices share: a pot that is split, or an envelope that what they earn has to fit into. */
export type SharedValue = Extract<Value, { kind: 'pool' }> | Shared | Envelope;

/** Whether practices share what a value comes to. */
export function isSharedValue(value: Value): value is SharedValue {
  return value.kind === 'pool' || value.kind === 'shared' || value.kind === 'envelope';
}
