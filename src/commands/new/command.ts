import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';
import { type Kind, kinds } from './kinds.ts';

interface NewOptions extends MannerOptions {
  readonly kind: Kind;
  readonly id: string;
  readonly out: string;
}

/** `new --kind KIND --id ID --out FILE`. */
export function declareNew(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'new',
    '--kind KIND --id ID --out FILE',
    'a scheme to start from: a draft that check finds nothing against, with what is to be filled in',
    [
      'new --kind per-patient --id my-scheme-2027-28 --out ./my-scheme.json',
      'new --kind events --id meetings-2027-28 --out ./meetings.json',
    ],
    'Of four kinds: per-patient, events, pool, achievement.',
  )
    .addOption(
      new Option(
        '--kind <kind>',
        'what it pays: so much a patient, by the event, a budget that is shared, or by achievement',
      )
        .choices(kinds)
        .makeOptionMandatory(),
    )
    .requiredOption('--id <id>', 'id of the scheme: letters, digits and hyphens', idGiven)
    .requiredOption('--out <file>', 'the file to write; it must not be there yet')
    .action((options: NewOptions) => {
      const { kind, id, out } = options;
      ask({ command: 'new', kind, id, out }, mannerOf(options), async (...asked) =>
        (await import('./write-new-scheme.ts')).writeNewScheme(...asked),
      );
    });
}

function idGiven(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/.test(text)) return text;
  throw new InvalidArgumentError(
    'An id has letters, digits and hyphens, begins with a letter or digit, and has at most 60.',
  );
}
