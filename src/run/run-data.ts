import { statSync } from 'node:fs';
import { claimNotInForce, openAccounts } from '../calculate/identity/accounts.ts';
import { claimedOnOf, claimFields, lineOf } from '../data/claims/stored-claim.ts';
import {
  type ClaimsFile,
  type DataFolder,
  type InputFile,
  type ReadAgain,
  readDataFolder,
  type Whose,
} from '../data/folder.ts';
import { at } from '../domain/at.ts';
import type { Practice } from '../domain/facts.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { ScratchFolder } from '../record/files/scratch-folder.ts';
import { Partitions } from '../record/partitions/partitions.ts';
import type { Watch } from '../terminal/terminal.ts';
import type { RunSource } from './run-source.ts';
import { type AreSound, watchSoundness } from './sound-files.ts';

/** The files that say which accounts there are. */
export const filesOfAccounts = ['practices.csv', 'successions.csv', 'list-sizes.csv'] as const;

/** Everything that a run is made from, but for the claims themselves, which are never held. */
export interface RunData {
  readonly folder: DataFolder;
  readonly claims: SortedClaims | null;
  /** The accounts that the claims are sorted by, in their order. */
  readonly accounts: readonly Practice[];
  readonly areSound: AreSound;
}

/** The claims after they were read. */
export interface SortedClaims {
  readonly file: ClaimsFile;
  readonly input: InputFile;
  /** The rows, in order of practice and line. */
  readonly rows: Partitions;
}

/** A run's data read once more, for some of its practices. */
export interface ReadRunAgain extends ReadAgain {
  /** Whose claims are looked at: one practice's alone, where nothing depends on those of others. */
  readonly claimsOf: Whose;
}

/** Reads the data folder with its claims. Every mistake is noted. */
export async function readRunData(
  scheme: Scheme,
  { data, encoding, asAt }: Pick<RunSource, 'data' | 'encoding' | 'asAt'>,
  scratch: ScratchFolder,
  { findings, progress }: Watch,
  again: ReadRunAgain | null = null,
): Promise<RunData> {
  const { note, areSound } = watchSoundness(findings.note);
  const { pause } = progress;
  const read = await readDataFolder(data, scheme, { encoding, note, pause }, again);
  // Where a file is spoilt that says whose account a code is, no code stands for another: what would follow from half of it is not told.
  const folder = areSound(...filesOfAccounts) ? read : { ...read, facts: { ...read.facts, successions: [] } };
  const { facts, claims: file } = folder;
  // What is wrong with them is told when what the ledger paid is known too.
  const { value: accounts } = openAccounts(scheme, facts, asAt);
  if (!file) return { folder, claims: null, accounts: accounts.facts.practices, areSound };
  const { size } = statSync(file.path);
  const extent = { fields: claimFields, first: 0, places: facts.practices.length, bytes: size };
  const rows = new Partitions(extent, scratch);
  const whose = again?.claimsOf ?? 'all';
  const isLeftOut = (account: number) => whose !== 'all' && !whose.has(at(accounts.facts.practices, account).code);
  progress.restart(size);
  const onBytes = (bytes: number) => progress.step('bytes of claims.csv read', bytes);
  const input = await file.read(
    (practice, numbers, bytes, start, end) => {
      const claimedOn = claimedOnOf(numbers);
      const account = accounts.placeOfClaim(practice, claimedOn);
      if (account === null) {
        if (!areSound(...filesOfAccounts)) return;
        note(claimNotInForce(at(facts.practices, practice), lineOf(numbers), claimedOn));
      } else if (!isLeftOut(account)) rows.put(account, numbers, bytes, start, end);
    },
    note,
    onBytes,
  );
  return { folder, claims: { file, input, rows }, accounts: accounts.facts.practices, areSound };
}
