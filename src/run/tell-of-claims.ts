import { claimsAreLikely } from '../data/plausible/claims.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { Watch } from '../terminal/terminal.ts';
import { claimsByPractice, type DataWithClaims } from './claims-by-practice.ts';

/** Notes what is hard to believe of claims that are not judged. */
export async function tellOfClaims(scheme: Scheme, data: DataWithClaims, { findings, progress }: Watch): Promise<void> {
  const likely = claimsAreLikely(scheme, findings.note);
  for (const each of claimsByPractice(scheme, data)) {
    if (each === 'turn of others') await progress.pause();
    else likely(each.code, each.claims);
  }
}
