import { writeNewFolder } from '../../record/files/new-folder.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { targetExists } from '../given/paths.ts';

/** Writes the files of an outlook into a new folder, whole or not at all, and tells it; without a folder it tells it alone. */
export function writeOutlook(
  out: string | null,
  files: () => ReadonlyMap<string, string | Iterable<string>>,
  what: 'forecast' | 'list of what is due',
  terminal: Terminal,
  tell: () => void,
): void {
  if (out !== null) {
    if (writeNewFolder(out, files()) === null) {
      terminal.findings.note(targetExists(out));
      return;
    }
    terminal.stands(`The ${what} in ${out} is written.`);
  }
  tell();
}
