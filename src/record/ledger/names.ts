/** What a name in the folder of a ledger stands for. */
export type LedgerName =
  /** A posting, a hand-off or a settlement. */
  | { readonly kind: 'record'; readonly name: string; readonly serial: number }
  /** A record on its way to its name: whole, or empty where it is but a lock. */
  | { readonly kind: 'marker'; readonly name: string; readonly serial: number }
  /** A record being written, or left so by a program that was killed. */
  | { readonly kind: 'temporary'; readonly name: string; readonly serial: number }
  /** A link or a folder that has the name of a record. */
  | { readonly kind: 'no-file'; readonly name: string }
  | { readonly kind: 'stranger'; readonly name: string };

const patterns = [
  ['record', /^(\d{6})-(?:hand-off-|settlement-)?[0-9a-f]{12}\.json$/],
  ['marker', /^(\d{6})\.record$/],
  ['temporary', /^\.record-(\d{6})-[0-9a-f]{16}$/],
] as const;

export function ledgerName(name: string): LedgerName {
  for (const [kind, pattern] of patterns) {
    const serial = pattern.exec(name)?.[1];
    if (serial !== undefined) return { kind, name, serial: Number(serial) };
  }
  return { kind: 'stranger', name };
}

/** `000042-<run id, 12>.json`. */
export function postingName(serial: number, run: string): string {
  return `${digits(serial)}-${run.slice(0, 12)}.json`;
}

/** `000043-hand-off-<its id, 12>.json`, `000044-settlement-<sha256 of its file, 12>.json`. */
export function otherName(serial: number, kind: 'hand-off' | 'settlement', id: string): string {
  return `${digits(serial)}-${kind}-${id.slice(0, 12)}.json`;
}

/** `000042.record`: of two programs only one can make it. */
export function markerName(serial: number): string {
  return `${digits(serial)}.record`;
}

export function temporaryName(serial: number, random: string): string {
  return `.record-${digits(serial)}-${random}`;
}

function digits(serial: number): string {
  return String(serial).padStart(6, '0');
}
