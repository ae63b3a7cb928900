import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { MakeDocument } from '../../publish/document.ts';
import { readFonts } from '../../publish/paper/fonts.ts';
import { readLetterWords } from '../../publish/statement/letter-grammar.ts';
import { type LetterWords, ownWords } from '../../publish/statement/letter-words.ts';
import { statements } from '../../publish/statement/statements.ts';
import { pathMistake } from '../../run/given/paths.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { PublishRequest } from '../request.ts';

/** What makes the letters, in the fonts and the words that they are set in. Null where the words have a mistake, which is noted. */
export async function openStatements(
  { letter }: PublishRequest,
  host: Host,
  terminal: Terminal,
): Promise<MakeDocument | null> {
  const words = letter === null ? ownWords : wordsIn(letter, terminal);
  if (words === null) return null;
  const font = (name: string) => readFileSync(new URL(name, host.fonts));
  return statements(readFonts(font('SourceSans3-Regular.ttf'), font('SourceSans3-SemiBold.ttf')), words);
}

function wordsIn(path: string, { findings }: Terminal): LetterWords | null {
  const mistake = pathMistake(path, 'file', '--letter');
  if (mistake) {
    findings.note(mistake);
    return null;
  }
  const { value, findings: mistakes } = readLetterWords(readFileSync(path), basename(path));
  findings.noteAll(mistakes);
  return value;
}
