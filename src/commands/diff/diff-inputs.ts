import { openAccounts } from '../../calculate/identity/accounts.ts';
import { readDataFolder } from '../../data/folder.ts';
import { at } from '../../domain/at.ts';
import type { Claim } from '../../domain/facts.ts';
import type { MadeFinding } from '../../domain/findings/finding.ts';
import type { PostedSum, RunFacts } from '../../report/diff/practice-causes.ts';
import type { RunToRead } from '../../run/recorded/recorded-run.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** What a run was made from, read again from its inputs. */
export interface DiffInputs {
  readonly facts: RunFacts;
  /** The sha256 of claims.csv, or null where there is none. */
  readonly claimsSum: string | null;
  readClaims(onClaim: (code: string, claim: Claim) => void, terminal: Terminal): Promise<void>;
}

/** Reads the inputs of a run, but for its claims. Their warnings were told when the run was made. */
export async function readDiffInputs({ manifest, source }: RunToRead, terminal: Terminal): Promise<DiffInputs> {
  const { data, encoding, asAt, schemeFile } = source;
  const { scheme } = schemeFile;
  const note = errorsTo(terminal.findings.note);
  const { pause } = terminal.progress;
  const { facts: written, claims } = await readDataFolder(data, scheme, { encoding, note, pause });
  const { value: accounts } = openAccounts(scheme, written, asAt);
  const facts = { ...accounts.facts, successions: written.successions ?? [] };
  return {
    facts: { scheme, asAt, facts, posted: postedIn(source) },
    claimsSum: manifest.inputs.find(({ file }) => file === 'claims.csv')?.sha256 ?? null,
    async readClaims(onClaim, { progress }) {
      progress.restart();
      await claims?.readEach((claim) => {
        progress.step('claims compared');
        const account = accounts.placeOfClaim(claim.practice, claim.claimedOn);
        if (account !== null) onClaim(at(facts.practices, account).code, claim);
      }, note);
    },
  };
}

/** The JSON of the scheme of a run. It was read before, so that it is sound. */
export function readSchemeJson({ source }: RunToRead): unknown {
  return JSON.parse(
    Buffer.from(source.schemeFile.bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
}

function errorsTo(note: (finding: MadeFinding) => void): (finding: MadeFinding) => void {
  return (each) => {
    if (each.severity === 'error') note(each);
  };
}

/** What the ledger held for the run, by practice. */
function postedIn({ ledger }: RunToRead['source']): ReadonlyMap<string, PostedSum[]> {
  const posted = new Map<string, PostedSum[]>();
  for (const [index, { practice, payee, component, period, amount, serial }] of (ledger?.rows ?? []).entries()) {
    const own = posted.get(practice) ?? [];
    posted.set(practice, own);
    own.push({ posting: serial, component, period, payeeCode: payee, amount, line: index + 2 });
  }
  return posted;
}
