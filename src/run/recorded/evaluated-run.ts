import { eventDays } from '../../calculate/claims/event-days.ts';
import type { Whose } from '../../data/folder.ts';
import type { Facts, Succession } from '../../domain/facts.ts';
import type { CountedClaim, Grounds, RefusedClaim } from '../../domain/grounds.ts';
import { dependenciesOf } from '../../domain/scheme/depends-on.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import { Findings } from '../../terminal/findings.ts';
import type { Host } from '../../terminal/host.ts';
import type { Watch } from '../../terminal/terminal.ts';
import type { OnClaims } from '../judge-claims.ts';
import { prepareRun, readRun } from '../work-out-run.ts';
import type { RunToRead } from './recorded-run.ts';
import { notAsMade } from './run-folder-findings.ts';

/** A recorded run evaluated again from its own inputs, of which the accounts are worked out as they are asked for. */
export interface EvaluatedRun {
  readonly facts: Facts;
  /** Codes that stand for others from a day on, also from one that is still to come. */
  readonly successions: readonly Succession[];
  /** The code that stands for an account now. */
  readonly codeNow: (code: string) => string;
  readonly groundsAt: (index: number) => Grounds;
  readonly counted: (index: number) => readonly CountedClaim[];
  readonly refused: (code: string) => readonly RefusedClaim[];
}

/**
 * Evaluates a recorded run for some practices. Null where its inputs make no run any more, which is noted. The claims and the
 * evidence of others are looked at only where something depends on several practices together.
 */
export async function evaluateRun(
  { path, source }: RunToRead,
  practices: Whose,
  host: Host,
  { findings, progress }: Watch,
): Promise<EvaluatedRun | null> {
  const { scheme } = source.schemeFile;
  const scratch = new ScratchFolder(host.temporary);
  // The warnings of a run were told when it was made.
  const found = new Findings(false, () => {});
  const watch = { findings: found, progress };
  try {
    const { events, evidence } = countedTogether(scheme);
    const again = { claimsOf: events ? 'all' : practices, evidenceOf: evidence ? 'all' : practices } as const;
    const read = await readRun(source, scratch, watch, again);
    const claims = new ClaimsTold(scheme, practices);
    const prepared = read && (await prepareRun(read, claims, () => {}, watch));
    for (const { severity, findings: mistakes } of found.groups) {
      if (severity === 'error') for (const each of mistakes) findings.note(notAsMade(path, 'inputs', each.message));
    }
    if (!read || !prepared) return null;
    const { groundsAt } = prepared.calculation;
    const codeNow = (code: string) => read.facts.identities?.get(code)?.codeNow ?? code;
    const successions = read.data.folder.facts.successions ?? [];
    return { facts: read.facts, successions, codeNow, groundsAt, counted: claims.countedAt, refused: claims.refusedOf };
  } finally {
    scratch.remove();
  }
}

/** Whether something is worked out from the events, or from the evidence, of several practices. */
function countedTogether(scheme: Scheme): { readonly events: boolean; readonly evidence: boolean } {
  const all = scheme.components.map((component) => dependenciesOf(component, scheme));
  const together = all.filter((each) => each.together.size > 0);
  return { events: together.some(({ events }) => events.size > 0), evidence: together.length > 0 };
}

/** The verdicts on the claims of some practices, to be told. */
class ClaimsTold {
  readonly #isTold: (code: string) => boolean;
  readonly #periodOf: (claim: CountedClaim['claim']) => number;
  readonly #counted = new Map<number, CountedClaim[]>();
  readonly #refused = new Map<string, RefusedClaim[]>();

  constructor(scheme: Scheme, practices: Whose) {
    this.#isTold = (code) => practices === 'all' || practices.has(code);
    const days = eventDays(scheme);
    this.#periodOf = ({ eventDate, claimedOn }) => days.periodOf(eventDate, claimedOn);
  }

  /** What is unlikely in the claims was told when the run was made. */
  readonly ofPractice = (): void => {};

  readonly counted = (claim: CountedClaim['claim']): void => {
    const own = this.#counted.get(claim.practice) ?? [];
    this.#counted.set(claim.practice, own);
    own.push({ claim, period: this.#periodOf(claim) });
  };

  readonly refused: OnClaims['refused'] = ({ file, practiceCode, refusal }, claim) => {
    if (!this.#isTold(practiceCode)) return;
    const own = this.#refused.get(practiceCode) ?? [];
    this.#refused.set(practiceCode, own);
    own.push({ file, claim, refusal });
  };

  readonly countedAt = (index: number): readonly CountedClaim[] => this.#counted.get(index) ?? [];
  readonly refusedOf = (code: string): readonly RefusedClaim[] => this.#refused.get(code) ?? [];
}
