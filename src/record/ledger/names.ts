/** What a name in the folder of a ledger stands for. */
export type LedgerName =
  | { readonly kind: 'posting'; readonly name: string; readonly serial: number }
  /** A posting on its way to its name: whole, or empty where it is but a lock. */
  | { readonly kind: 'marker'; readonly name: string; readonly serial: number }
  /** A posting being written, or left so by a program that was killed. */
  | { readonly kind: 'temporary'; readonly name: string; readonly serial: number }
  /** A link or a folder that has the name of a posting. */
  | { readonly kind: 'no-file'; readonly name: string }
  | { readonly kind: 'stranger'; readonly name: string };

const patterns = [
  ['posting', /^(\d{6})-[0-9a-f]{12}\.json$/],
  ['marker', /^(\d{6})\.posting$/],
  ['temporary', /^\.posting-(\d{6})-[0-9a-f]{16}$/],
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

/** `000042.posting`: of two programs only one can make it. */
export function markerName(serial: number): string {
  return `${digits(serial)}.posting`;
}

export function temporaryName(serial: number, random: string): string {
  return `.posting-${digits(serial)}-${random}`;
}

function digits(serial: number): string {
  return String(serial).padStart(6, '0');
}
