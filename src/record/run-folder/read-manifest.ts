import { clawbackStatuses } from '../../domain/account.ts';
import { parseDay } from '../../domain/day.ts';
import { type Currency, knownCurrency } from '../../domain/money/currency.ts';
import { noPence, type Pence, parseAmount } from '../../domain/money/money.ts';
import type { Controls } from '../../domain/run-folder.ts';
import { isObject, parsedJson } from '../files/plain-json.ts';
import { type Manifest, type ManifestInput, manifestJson, type NewestPosting } from './manifest.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * Reads run.json. Null where it is not, to the byte, what this program writes of a manifest: so its values may be taken
 * loosely here, for a wrong one does not read back to the same text.
 */
export function readManifest(text: string): Manifest | null {
  const data = parsedJson(text);
  const manifest = isObject(data) ? manifestOf(data) : null;
  return manifest !== null && manifestJson(manifest) === text ? manifest : null;
}

function manifestOf(data: Data): Manifest | null {
  const asAt = parseDay(String(data.as_at));
  if (asAt === null || !isObject(data.controls) || !Array.isArray(data.inputs)) return null;
  return {
    scheme: String(data.scheme),
    period: String(data.period),
    asAt,
    ...currencyIn(data),
    encoding: String(data.encoding),
    inputs: data.inputs.filter(isObject).map(inputOf),
    newestPosting: isObject(data.newest_posting) ? newestOf(data.newest_posting) : null,
    controls: readControls(data.controls),
  };
}

/** The currency that a document of ours names, where it names one. */
export function currencyIn({ currency }: Data): { readonly currency?: Currency } {
  const known = typeof currency === 'string' ? knownCurrency(currency) : undefined;
  return known ? { currency: known } : {};
}

function inputOf({ file, sha256, bytes, rows }: Data): ManifestInput {
  return {
    file: String(file),
    sha256: String(sha256),
    bytes: Number(bytes),
    rows: rows === null ? null : Number(rows),
  };
}

function newestOf({ serial, sha256, scheme_sha256 }: Data): NewestPosting {
  return { serial: Number(serial), sha256: textOrNull(sha256), schemeSha256: textOrNull(scheme_sha256) };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The controls of a manifest or of a posting, taken loosely. */
export function readControls(data: Data): Controls {
  const clawbacks = { due: noPence, deferred: noPence, proposed: noPence, waived: noPence };
  for (const status of clawbackStatuses) clawbacks[status] = moneyOf(data[`clawbacks_${status}`]);
  return {
    practices: Number(data.practices),
    entitlement: moneyOf(data.entitlement),
    alreadyPaid: moneyOf(data.already_paid),
    payments: moneyOf(data.payments),
    clawbacks,
    net: moneyOf(data.net),
    notPaid: moneyOf(data.not_paid),
    paidAhead: moneyOf(data.paid_ahead),
    rows: rowsOf(data.rows),
  };
}

function rowsOf(data: unknown): Readonly<Record<string, number>> {
  if (!isObject(data)) return {};
  return Object.fromEntries(Object.entries(data).map(([file, rows]) => [file, Number(rows)]));
}

function moneyOf(value: unknown): Pence {
  return (typeof value === 'string' ? parseAmount(value) : null) ?? noPence;
}
