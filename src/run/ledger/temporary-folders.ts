import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { ours } from '../../domain/words/sentence.ts';
import { leftTemporaryFolders } from '../../record/files/temporary-folder.ts';

/** The temporary folders in these folders that a killed program left behind, each named once. */
export function temporaryFoldersLeft(parents: readonly string[]): MadeFinding[] {
  const folders = [...new Set(parents)].flatMap((parent) => leftTemporaryFolders(parent));
  const message = ours`was left behind by a program that was killed; it may hold what practices sent in`;
  const hint = 'delete it, unless a run is being made on another machine';
  return folders.map((file) => finding('temporary-folder-left', { file }, { message, hint }));
}
