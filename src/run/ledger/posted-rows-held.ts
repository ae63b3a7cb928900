import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { postedCsv, postedFile } from '../../record/ledger/posted-rows.ts';
import type { SchemeLedger } from '../../record/ledger/scheme-ledger.ts';
import type { Manifest } from '../../record/run-folder/manifest.ts';
import type { Difference } from '../../record/verify/difference.ts';

const file = join('inputs', postedFile);

/** Holds what a run says that it took from a ledger, the text of its posted.csv, against the ledger itself, line by line; null where it is the same. */
export function postedRowsDifference(
  kept: string,
  { newestPosting }: Manifest,
  { postings, rows }: SchemeLedger,
): Difference | null {
  const seen = newestPosting?.serial ?? 0;
  const posting = postings.find(({ serial }) => serial === seen);
  if (
    seen !== 0 &&
    (posting?.sha256 !== newestPosting?.sha256 || posting?.schemeSha256 !== newestPosting?.schemeSha256)
  )
    return { file, says: 'comes from a ledger of which this is not a later state' };
  const held = rows.filter(({ serial }) => serial <= seen);
  return firstLine(linesOf(kept), linesOf(postedCsv(held)));
}

/** What the folder of a run says that it took from a ledger. */
export function keptRows(run: string): string {
  return readFileSync(join(run, file), 'utf8');
}

function firstLine(kept: readonly string[], held: readonly string[]): Difference | null {
  for (let at = 0; at < Math.max(kept.length, held.length); at += 1) {
    if (kept[at] === held[at]) continue;
    const says = `has ${kept[at] ?? 'no such line'} where the ledger has ${held[at] ?? 'nothing more'}`;
    return { file, line: at + 1, says };
  }
  return null;
}

function linesOf(csv: string): readonly string[] {
  return csv.split('\r\n').slice(0, -1);
}
