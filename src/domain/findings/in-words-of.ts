import { inWordsOf, type OfMembers } from '../scheme/member.ts';
import type { Finding } from './finding.ts';

/** A finding about the data of a scheme, in the noun of whom it pays. */
export function findingInWordsOf(scheme: OfMembers, finding: Finding): Finding {
  if (!scheme.member) return finding;
  return { ...finding, message: inWordsOf(scheme, finding.message), hint: inWordsOf(scheme, finding.hint) };
}
