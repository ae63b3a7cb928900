import type { Span } from '../day.ts';

/** One of the payment periods of a scheme, in their order. */
export interface Period extends Span {
  readonly id: string;
  readonly title: string;
  /** Its place in the order of periods, from 0. */
  readonly index: number;
  readonly clause: string;
}
