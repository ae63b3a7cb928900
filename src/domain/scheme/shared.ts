import type { Rounding } from '../money/rounding.ts';
import type { Component, Scheme } from './scheme.ts';
import type { Adjustment, Among, EnvelopeToDate, Value } from './value.ts';

/**
 * To what a part of the amounts of a component is rounded. A shared sum is split in pence whatever the unit of the scheme is, and so is a part
 * of what each has of it: rounded to the pound, all parts together could come to more than there is (RULES, Decisions).
 */
export function roundingOfParts({ value }: Component, { rounding }: Scheme): Rounding {
  return isShared(value) ? { unit: 'penny', mode: rounding.mode } : rounding;
}

/** Whether a value is an envelope over what adds up to date: it says what it scales, and has no schedule. */
export function isEnvelopeToDate(value: Value): value is EnvelopeToDate {
  return value.kind === 'envelope' && value.scales !== undefined;
}

/** Whether what one has of a value, as written or as worked with, goes by what all have of it together. */
export function isShared({ kind }: { readonly kind: string }): boolean {
  return kind === 'pool' || kind === 'shared' || kind === 'envelope';
}

/** What is asked of who shares a sum or an envelope; nothing of what is not shared, or shared by all. */
export function amongOf(value: Value): readonly Among[] {
  return value.kind === 'shared' || value.kind === 'envelope' ? (value.among ?? []) : [];
}

/** The evidence without which a member shares nothing. */
export function evidenceAmong(value: Value): readonly string[] {
  return amongOf(value).flatMap((each) => ('received' in each ? [each.received] : []));
}

/** The adjustments of each one's part of a shared sum, and whether what they leave is shared again. */
export function ofEachOf(value: Value): {
  readonly adjustments: readonly Adjustment[];
  readonly isSharedAgain: boolean;
} {
  if (value.kind !== 'shared') return { adjustments: [], isSharedAgain: false };
  return { adjustments: value.ofEach ?? [], isSharedAgain: value.unspent === 'shared-again' };
}
