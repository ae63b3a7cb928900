import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';
import { type DocumentKind, documentKinds } from '../request.ts';

interface PublishOptions extends MannerOptions {
  readonly out: string;
  readonly ledger?: string;
  readonly finance?: string;
  readonly letter?: string;
  readonly only?: readonly DocumentKind[];
}

/** `publish RUN... --out DIR [--ledger DIR] [--finance DIR] [--letter FILE] [--only KIND,...]`. */
export function declarePublish(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'publish',
    'RUN... --out DIR [--ledger DIR] [--finance DIR] [--letter FILE] [--only KIND,...]',
    'what people look at, of runs of one commissioner: the report, a letter for each payee, what is to come back',
    [
      'publish ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --ledger ./ledger --out ./papers',
      'publish ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --only report --out ./papers',
    ],
    'report.html, for a committee first and an auditor below, in one file that needs no network; workbook.xlsx; a letter for each payee in statements/, their words in --letter FILE; recoveries.csv.',
  )
    .argument('<run...>', 'run folders: of one commissioner, one of each scheme')
    .requiredOption('--out <dir>', 'the folder to write; it must be empty or not there yet')
    .option('--ledger <dir>', 'tells whether the runs are posted, and since when a sum has waited')
    .option('--finance <dir>', 'folder with budget.csv and contacts.csv')
    .option('--letter <file>', 'the words of the letters')
    .addOption(
      new Option('--only <kind,...>', 'what to make, with commas between').choices(documentKinds).argParser(kindsGiven),
    )
    .action((runs: string[], options: PublishOptions) => {
      const { out, ledger = null, finance = null, letter = null, only: kinds = documentKinds } = options;
      ask({ command: 'publish', runs, out, ledger, finance, letter, kinds }, mannerOf(options), async (...asked) =>
        (await import('./publish-runs.ts')).publishRuns(...asked),
      );
    });
}

/** In the order in which they are made, whatever order they are written in. */
function kindsGiven(text: string): readonly DocumentKind[] {
  const words = text.split(',');
  const unknown = words.find((word) => !documentKinds.some((kind) => kind === word));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`Write some of ${documentKinds.join(', ')}, with commas between.`);
  }
  return documentKinds.filter((kind) => words.includes(kind));
}
