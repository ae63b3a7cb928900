import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDataFolder } from '../../data/folder.ts';
import type { Claim, PaidRow } from '../../domain/facts.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { postedFile, readPosted } from '../../record/ledger/posted-rows.ts';
import { schemeFile } from '../../record/run-folder/manifest.ts';
import type { RunFacts } from '../../report/diff/practice-causes.ts';
import { notARun, type RunToRead } from '../../run/recorded-run.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** What a run was made from, read again from its inputs. */
export interface DiffInputs {
  readonly facts: RunFacts;
  /** The sha256 of claims.csv, or null where there is none. */
  readonly claimsSum: string | null;
  readClaims(onClaim: (code: string, claim: Claim) => void, terminal: Terminal): Promise<void>;
}

/** Reads the inputs of a run, but for its claims. Their warnings were told when the run was made. */
export async function readDiffInputs(opened: RunToRead, terminal: Terminal): Promise<DiffInputs> {
  const { run, scheme, encoding, inputs } = opened;
  const note = errorsTo(terminal.findings.note);
  const { pause } = terminal.progress;
  const folder = await readDataFolder(inputs, scheme, { encoding, note, pause });
  const { facts, claims } = folder;
  const { asAt } = run.manifest;
  return {
    facts: { scheme, asAt, facts, posted: postedOf(opened, terminal) },
    claimsSum: run.manifest.inputs.find(({ file }) => file === 'claims.csv')?.sha256 ?? null,
    async readClaims(onClaim, { progress }) {
      progress.restart();
      await claims?.readEach((claim) => {
        progress.step('claims compared');
        onClaim(facts.practices[claim.practice]?.code ?? '', claim);
      }, note);
    },
  };
}

/** The JSON of the scheme of a run. It was read before, so that it is sound. */
export async function readSchemeJson({ inputs }: RunToRead): Promise<unknown> {
  const text = readFileSync(join(inputs, schemeFile), 'utf8');
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}

function errorsTo(note: (finding: Finding) => void): (finding: Finding) => void {
  return (each) => {
    if (each.severity === 'error') note(each);
  };
}

/** What the ledger held for the run. */
function postedOf({ run }: RunToRead, { findings }: Terminal): ReadonlyMap<string, PaidRow[]> {
  const posted = new Map<string, PaidRow[]>();
  const text = run.text(`inputs/${postedFile}`);
  if (text === null) return posted;
  const rows = readPosted(text);
  if (rows === null) findings.note(notARun(join(run.path, 'inputs', postedFile), 'is not as this program writes it'));
  for (const [index, { practice, payee, component, period, amount, serial, asAt }] of (rows ?? []).entries()) {
    const own = posted.get(practice) ?? [];
    posted.set(practice, own);
    const line = index + 2;
    own.push({ component, period, amount, paidOn: asAt, payeeCode: payee, reference: null, posting: serial, line });
  }
  return posted;
}
