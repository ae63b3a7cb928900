import { inWordsOf, type OfMembers } from '../scheme/member.ts';
import { asSpoken, moneyAsSpoken } from '../words/spoken.ts';
import type { Finding } from './finding.ts';

/** A finding about the data of a scheme, in the noun of whom it pays. */
export function findingInWordsOf(scheme: OfMembers, finding: Finding): Finding {
  if (!scheme.member) return finding;
  return { ...finding, message: inWordsOf(scheme, finding.message), hint: inWordsOf(scheme, finding.hint) };
}

/** A finding in the words that are spoken in now. */
export function findingAsSpoken(finding: Finding): Finding {
  const say = (text: string) => moneyAsSpoken(asSpoken(text));
  return { ...finding, message: say(finding.message), hint: say(finding.hint) };
}
