import type { Code } from '../domain/findings/codes.ts';

/** The exit codes, but for 130 and 143 (see interruption.ts). */
export const exits = { done: 0, refused: 1, usage: 2, difference: 3, conflict: 4, system: 5, fault: 70 } as const;

/** What an error of each of these codes ends the program with; every other error is one of the scheme or the data. */
const exitsByCode: Partial<Record<Code, number>> = {
  'unknown-command': exits.usage,
  'unknown-option': exits.usage,
  'option-twice': exits.usage,
  'option-without-value': exits.usage,
  'option-value': exits.usage,
  'missing-argument': exits.usage,
  'extra-argument': exits.usage,
  'unknown-scheme': exits.usage,
  'period-not-in-scheme': exits.usage,
  'unknown-topic': exits.usage,
  'no-such-path': exits.usage,
  'output-inside-data': exits.usage,
  'output-inside-ledger': exits.usage,
  'practice-not-in-run': exits.usage,
  'component-not-in-scheme': exits.usage,
  'schemes-differ': exits.usage,
  'other-currency': exits.usage,
  'confirm-total': exits.usage,
  'practice-not-in-ledger': exits.usage,
  'posting-not-in-ledger': exits.usage,
  'run-difference': exits.difference,
  'not-posted': exits.difference,
  'ledger-difference': exits.difference,
  'target-exists': exits.conflict,
  'ledger-unsound': exits.conflict,
  'ledger-locked': exits.conflict,
  'stale-run': exits.conflict,
  'posted-otherwise': exits.conflict,
  'before-newest-posting': exits.conflict,
  'handed-over-before': exits.conflict,
  'not-to-send-again': exits.conflict,
  'other-version': exits.conflict,
  'system-failure': exits.system,
  'input-changed': exits.system,
  fault: exits.fault,
};

export function exitOf(code: Code): number {
  return exitsByCode[code] ?? exits.refused;
}
