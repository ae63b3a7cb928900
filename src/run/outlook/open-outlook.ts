import { findingsOfData } from '../../calculate/checks.ts';
import { openAccounts } from '../../calculate/identity/accounts.ts';
import { openRowSources } from '../../data/files/row-sources.ts';
import type { Encoding } from '../../data/folder.ts';
import { claimsAreLikely } from '../../data/plausible/claims.ts';
import type { Day } from '../../domain/day.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { inWords } from '../../domain/words/words.ts';
import { openWorlds, type Worlds } from '../../outlook/worlds/worlds.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { claimsByPractice } from '../claims-by-practice.ts';
import { filledFolderMistake } from '../given/paths.ts';
import { openScheme, type SchemeFile } from '../given/scheme-file.ts';
import { factsWithPosted, readLedgerFor } from '../ledger/ledger-input.ts';
import { filesOfAccounts, readRunData } from '../run-data.ts';
import { dataMistake, draftFindings, folderMistakes } from '../run-readiness.ts';

/** What an outlook is asked to be made from, as it was typed. */
export interface OutlookSource {
  readonly scheme: string;
  readonly asAt: Day;
  readonly data: string;
  readonly ledger: string | null;
  readonly out: string | null;
  readonly encoding: Encoding;
}

/** An outlook of which everything was read and judged. */
export interface Outlook {
  readonly schemeFile: SchemeFile;
  readonly worlds: Worlds;
  readonly practices: ReadonlySet<string>;
}

/** Reads the scheme, the data and the ledger as a run does, and works out what they come to. Null where something stands against it, which is noted. */
export async function openOutlook(source: OutlookSource, host: Host, terminal: Terminal): Promise<Outlook | null> {
  const { asAt, data, encoding, ledger, out } = source;
  const { findings } = terminal;
  const schemeFile = openScheme(source.scheme, host, terminal);
  findings.noteAll(folderMistakes({ data, ledger, out }));
  const taken = out === null ? null : filledFolderMistake(out);
  if (taken) findings.note(taken);
  if (!schemeFile) return null;
  const { scheme } = schemeFile;
  findings.noteAll(draftFindings(scheme, schemeFile.name));
  const posted = ledger === null ? null : readLedgerFor(scheme, ledger, terminal);
  if (scheme.status === 'draft' || dataMistake({ data }) !== null) return null;
  findings.nameSources(openRowSources(data));
  const scratch = new ScratchFolder(host.temporary);
  try {
    const rows = posted?.input.rows ?? [];
    const worlds = await workOut(scheme, { data, encoding, asAt }, rows, scratch, terminal);
    return worlds && { schemeFile, ...worlds };
  } finally {
    scratch.remove();
  }
}

async function workOut(
  scheme: Scheme,
  source: Pick<OutlookSource, 'data' | 'encoding' | 'asAt'>,
  posted: Parameters<typeof factsWithPosted>[2],
  scratch: ScratchFolder,
  terminal: Terminal,
): Promise<Omit<Outlook, 'schemeFile'> | null> {
  const { findings, progress } = terminal;
  const { asAt } = source;
  const data = await readRunData(scheme, source, scratch, terminal);
  const { areSound } = data;
  const written = factsWithPosted(data.folder.facts, scheme, posted);
  findings.noteAll(written.findings.filter(({ file }) => file === undefined || areSound(file)));
  const accounts = openAccounts(scheme, written.value, asAt);
  if (areSound(...filesOfAccounts)) findings.noteAll(accounts.findings);
  const { facts } = accounts.value;
  findings.noteAll(findingsOfData(scheme, facts, { period: null, asAt, claims: null, areSound }));
  if (findings.errors > 0) return null;
  const worlds = openWorlds(scheme, facts, asAt);
  const likely = claimsAreLikely(scheme, findings.note);
  const taken = new Set<number>();
  progress.restart();
  if (worlds.look) {
    for (const each of claimsByPractice(scheme, data, false)) {
      if (each === 'turn of others') await progress.pause();
      else {
        worlds.look(each.place, each.claims);
        progress.step(inWords(scheme.words, 'practices with claims looked at'));
      }
    }
  }
  for (const each of claimsByPractice(scheme, data)) {
    if (each === 'turn of others') await progress.pause();
    else {
      likely(each.code, each.claims);
      worlds.judge(each.place, each.claims);
      taken.add(each.place);
      progress.step(inWords(scheme.words, 'practices with claims judged'));
    }
  }
  for (const place of facts.practices.keys()) if (!taken.has(place)) worlds.judge(place, []);
  const { value, findings: mistakes } = worlds.close();
  for (const each of mistakes) if (each.severity === 'error') findings.note(each);
  const practices = new Set(data.folder.facts.practices.map(({ code }) => code));
  return value && !findings.forbid ? { worlds: value, practices } : null;
}
