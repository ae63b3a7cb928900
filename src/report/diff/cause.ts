/** Something in which the inputs of two runs differ, and so why amounts do. */
export interface Cause {
  readonly kind: CauseKind;
  /** `list size 5,801 → 5,912 (list-sizes.csv line 14)`. */
  readonly says: string;
  /** The input in which it stands, where it stands in one. */
  readonly file: string | null;
  /** The components that it can touch. */
  readonly touches: readonly string[] | 'all';
}

export type CauseKind =
  | 'period'
  | 'as-at'
  | 'scheme'
  | 'ledger'
  | 'shared'
  | 'practice'
  | 'list-size'
  | 'evidence'
  | 'measure'
  | 'decision'
  | 'paid'
  | 'payee'
  | 'claim';

/** Whether a cause can touch one of these components. */
export function touchesOne({ touches }: Cause, components: readonly string[]): boolean {
  return touches === 'all' || touches.some((id) => components.includes(id));
}
