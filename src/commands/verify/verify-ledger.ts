import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FiledPosting } from '../../record/ledger/plain-posting.ts';
import { PostedRows, postedCsv, postedFile } from '../../record/ledger/posted-rows.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import type { LedgerHead, Manifest } from '../../record/run-folder/manifest.ts';
import { differenceFinding } from '../../run/ledger-findings.ts';
import { pathMistake } from '../../run/paths.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { RunProof } from './verify-run.ts';

/** A ledger that was walked from the first posting to the last. */
export interface LedgerProof {
  readonly path: string;
  readonly head: LedgerHead;
  /** What a killed program left behind; it does no harm. */
  readonly leftBehind: readonly string[];
  readonly lock: string | null;
  /** As what the run is posted, where one was given and is posted. */
  readonly postedAs: number | null;
}

/** Proves a ledger, and what a run says that it took from it; every difference is noted. */
export async function verifyLedger(
  path: string,
  run: RunProof | null,
  terminal: Terminal,
): Promise<LedgerProof | null> {
  const { findings } = terminal;
  const mistake = pathMistake(path, 'folder', '--ledger');
  if (mistake) {
    findings.note(mistake);
    return null;
  }
  const taken = run && new Taken(run.manifest);
  let postedAs: number | null = null;
  const { head, differences, leftBehind, lock } = walkLedger(path, (posting) => {
    taken?.look(posting);
    if (posting.run === run?.runId) postedAs = posting.serial;
  });
  const hint = 'find out who changed it and when, and put the ledger back from a copy';
  findings.noteAll(differences.map((each) => differenceFinding('ledger-difference', path, each, hint)));
  const says = run && taken?.difference(run.path, head);
  if (run && says) {
    const difference = { file: join('inputs', postedFile), says };
    findings.note(
      differenceFinding('run-difference', run.path, difference, 'give the ledger that the run was made with'),
    );
  }
  return { path, head, leftBehind, lock, postedAs };
}

/** What a run took from a ledger: its state at the head that the run recorded. */
class Taken {
  readonly #head: LedgerHead | null;
  readonly #posted: PostedRows;
  #sha256: string | null = null;

  constructor({ scheme, ledgerHead }: Manifest) {
    this.#head = ledgerHead;
    this.#posted = new PostedRows(scheme);
  }

  look(posting: FiledPosting): void {
    const upTo = this.#head?.serial ?? 0;
    if (posting.serial <= upTo) this.#posted.add(posting);
    if (posting.serial === upTo + 1) this.#sha256 = posting.previous;
  }

  difference(run: string, newest: LedgerHead): string | null {
    if (this.#head === null) return null;
    const sha256 = newest.serial === this.#head.serial ? newest.sha256 : this.#sha256;
    if (sha256 !== this.#head.sha256) return 'comes from a ledger of which this is not a later state';
    const kept = readFileSync(join(run, 'inputs', postedFile), 'utf8');
    return kept === postedCsv(this.#posted.rows) ? null : 'is not what the ledger had paid when the run was made';
  }
}
