import { at } from '../../domain/at.ts';
import type { Pence } from '../../domain/money/money.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import type { Component } from '../../domain/scheme/scheme.ts';
import type { EvaluatedValue, Unknown } from '../quantity/evaluated.ts';
import type { ComponentValue } from '../value/component-value.ts';
import { type DueToDate, dueToDate } from '../value/instalments.ts';
import type { PartOfEach } from './of-each.ts';
import type { Scaled } from './scaled-to-date.ts';

/** A sum split over practices, computed once for all of them. */
export interface Pot {
  /** The budget after its reductions, in each period, with its steps. */
  readonly budgets: readonly ComponentValue[];
  /** How much there is in all of what it is shared by, in each period. */
  readonly weights: readonly Ratio[];
  /** What is shared up to and including each period: B_q, less what nobody was there to share. */
  readonly toDate: readonly Pence[];
  /** For each period, the exact sum that each practice has up to then. */
  readonly exact: readonly (readonly Ratio[])[];
  /** a(x,q): for each period, what each practice has up to then, by the order of practices in the pot. */
  readonly shares: readonly (readonly Pence[])[];
  /** Where each one's part is adjusted: by period, then by place, what it is. */
  readonly parts?: readonly (readonly (PartOfEach | null)[])[] | undefined;
  /** Of an envelope over what adds up to date, how each period was scaled; null while it waits. */
  readonly scaled?: readonly (Scaled | null)[] | undefined;
  /** Why the money of a period cannot be shared yet. */
  readonly unknown: readonly (Unknown | null)[];
}

/** Where one practice finds its share: its pot, its place in it and its weight. */
export interface Seat {
  readonly pot: Pot;
  readonly place: number;
  /** By what it shares in each period; null in one in which it does not share, and in an envelope, in which each has what it earns. */
  readonly weights: readonly (EvaluatedValue | null)[];
  /** Whether the pot is its own in each period. */
  readonly isIn: readonly boolean[];
  /** Why it shares nothing in a period in which it takes part. */
  readonly outside: readonly (string | null)[];
  /** What it would have by itself, in an envelope. */
  readonly alone: Alone | null;
}

/** What a practice would have by itself in an envelope. */
interface Alone {
  readonly values: readonly ComponentValue[];
  readonly due: DueToDate;
  /** Where it adds up to date, what it would be with the events over their limits. */
  readonly asked?: DueToDate | undefined;
}

/** The seats of all practices, by their order: one in every pot in which a practice ever was. */
export type Pool = readonly (readonly Seat[])[];

/** What has fallen due of values worked out in each period. */
export function dueIn({ schedule, id }: Component, values: readonly ComponentValue[]): DueToDate {
  if (schedule === null) throw new Error(`${id} shares a sum without a schedule`);
  return dueToDate(
    values.map(({ pounds }) => pounds),
    schedule,
    [],
  );
}

/** What a practice has of a pot up to and including a period. */
export function shareAt({ shares }: Pot, place: number, q: number): Pence {
  return at(at(shares, q), place);
}

/** The part of a seat that has adjustments of its own; null where parts have none, or where nothing is known to share by. */
export function partIn({ pot, place }: Seat, q: number): PartOfEach | null {
  return pot.parts ? at(at(pot.parts, q), place) : null;
}
