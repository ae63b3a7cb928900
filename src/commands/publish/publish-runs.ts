import { visible } from '../../domain/words/visible.ts';
import { inWords } from '../../domain/words/words.ts';
import { type MakeDocument, practicesShown, showPractices } from '../../publish/document.ts';
import type { Publication } from '../../publish/publication.ts';
import type { WrittenFile } from '../../record/files/new-file.ts';
import { fillNewFolder, type NewFolder } from '../../record/files/new-folder.ts';
import { filledFolderMistake, targetExists } from '../../run/given/paths.ts';
import { openPublication } from '../../run/recorded/publication.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { PublishRequest } from '../request.ts';
import { openDocument } from './documents.ts';

/** Makes the documents of some runs, into a folder that is there whole or not at all. */
export async function publishRuns(request: PublishRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const taken = filledFolderMistake(request.out);
  if (taken) findings.note(taken);
  if (findings.forbid) return;
  const documents: MakeDocument[] = [];
  for (const kind of request.kinds) {
    const document = await openDocument[kind](request, host, terminal);
    if (document) documents.push(document);
  }
  const publication = await openPublication(request, host, terminal);
  if (!publication || findings.forbid) return;
  const written = await fillNewFolder(request.out, (folder) =>
    writeDocuments(publication, documents, folder, terminal),
  );
  if (written === 'taken') findings.note(targetExists(request.out));
  else if (written !== null) tell(request, publication, written, terminal);
}

async function writeDocuments(
  publication: Publication,
  documents: readonly MakeDocument[],
  folder: NewFolder,
  { progress }: Terminal,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  const begun = await Promise.all(documents.map((make) => make(publication)));
  progress.restart(practicesShown(publication, begun));
  await showPractices(publication, begun, () =>
    progress.step(inWords(publication.words, 'practices told')) ? progress.pause() : undefined,
  );
  progress.restart(begun.reduce((sum, { count }) => sum + count(), 0));
  for (const { files } of begun) {
    for await (const { name, content, goesOn } of files()) {
      if (goesOn) {
        folder.writePart(name, content);
        continue;
      }
      written.push(await folder.writeBeside(name, content));
      progress.step('files written');
      await progress.pause();
    }
  }
  return written;
}

/** Files told by name, in the order in which they were made. */
const mostTold = 12;

function tell(
  { out, kinds, ledger }: PublishRequest,
  { runs }: Publication,
  written: readonly WrittenFile[],
  terminal: Terminal,
): void {
  terminal.stands(`The documents are written to ${visible(out)}.`);
  if (terminal.format === 'json') {
    terminal.printJson({
      format: 'quarterday/published/1',
      folder: out,
      runs: runs.map(({ runId, scheme, period }) => ({ run_id: runId, scheme: scheme.id, period: period.id })),
      files: written.map(({ name, sha256, bytes }) => ({ file: name, sha256, bytes })),
    });
    return;
  }
  const names = written.slice(0, mostTold).map(({ name }) => `  ${visible(name)}\n`);
  const more = written.length > mostTold ? `  and ${written.length - mostTold} more\n` : '';
  terminal.printLines(`${visible(out)}\n${names.join('')}${more}`);
  terminal.next(nextStep(kinds, ledger));
}

/** What is done with the documents: letters that do not know whether their run is posted are made again before they go out. */
function nextStep(kinds: PublishRequest['kinds'], ledger: string | null): string {
  const look = kinds.includes('report') ? 'open report.html in a browser' : 'look through what was made';
  if (!kinds.includes('statements')) return `Next: ${look}.`;
  if (ledger === null)
    return `Next: ${look}. Without --ledger the letters do not know whether their run is posted: make them again with it before they are sent.`;
  return `Next: ${look}; statements/index.csv lists the letters, and statements.pdf holds all of them to print.`;
}
