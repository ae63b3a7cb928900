import { readFileSync } from 'node:fs';
import type { MakeDocument } from '../../publish/document.ts';
import { readFonts } from '../../publish/paper/fonts.ts';
import { ownWords } from '../../publish/statement/letter-words.ts';
import { statements } from '../../publish/statement/statements.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { PublishRequest } from '../request.ts';

/** What makes the letters, in the fonts and the words that they are set in. Null where the words have a mistake, which is noted. */
export async function openStatements(_: PublishRequest, host: Host, __: Terminal): Promise<MakeDocument | null> {
  const font = (name: string) => readFileSync(new URL(name, host.fonts));
  return statements(readFonts(font('SourceSans3-Regular.ttf'), font('SourceSans3-SemiBold.ttf')), ownWords);
}
