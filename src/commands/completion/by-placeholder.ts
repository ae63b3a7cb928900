import type { Command } from 'commander';
import type { Host } from '../../terminal/host.ts';
import type { GivenWords } from './asked-word.ts';
import { componentsOf, periodsOf, postingsOf, practicesOf, schemesThere } from './ids-there.ts';
import { nothingOffered, type Offers, offered } from './offers.ts';

/** What may stand for a value that is declared as `<word>`, seen from what is typed already. */
type Offering = (given: GivenWords, host: Host, program: Command) => Offers | Promise<Offers>;

const anyFile: Offering = () => ({ words: [], paths: 'files' });
const anyFolder: Offering = () => ({ words: [], paths: 'folders' });
const anyWord: Offering = () => nothingOffered;

/**
 * By the word between the brackets of a declaration: a new command that writes `<dir>` or `<scheme>` as the others do is
 * completed without a line here. What has choices of its own is offered those.
 */
const placeholders: Readonly<Record<string, Offering>> = {
  dir: anyFolder,
  run: anyFolder,
  other: anyFolder,
  file: anyFile,
  job: anyFile,
  scheme: (_given, host) => ({ words: schemesThere(host.schemes), paths: 'files' }),
  code: (given) => offered(practicesOf(given)),
  serial: (given) => offered(postingsOf(given)),
  kind: async () => (await import('./kinds-there.ts')).kindsThere(),
  topic: async (_given, _host, program) => (await import('./topics-there.ts')).topicsThere(program),
  ...Object.fromEntries(
    ['amount', 'date', 'days', 'id', 'n', 'name', 'name=table', 'reference', 'sha256', 'text'].map((word) => [
      word,
      anyWord,
    ]),
  ),
};

/** By the option itself, where an id is of something that is typed already. */
const options: Readonly<Record<string, Offering>> = {
  '--period': (given, host) => offered(periodsOf(given, host.schemes)),
  '--component': (given, host) => offered(componentsOf(given, host.schemes)),
  '--commissioner': anyWord,
};

/** What is offered for a value, by its option, if it is one, and by its placeholder. Null where nobody said. */
export function offeringFor(option: string | null, placeholder: string): Offering | null {
  return options[option ?? ''] ?? placeholders[placeholder] ?? null;
}
