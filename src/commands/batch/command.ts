import { type Command, InvalidArgumentError } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface BatchOptions extends MannerOptions {
  readonly jobs?: number;
}

/** `batch JOB [--jobs N]`. */
export function declareBatch(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'batch',
    'JOB [--jobs N]',
    'a quarter of many schemes: every run that a file lists, and one table of what became of them',
    ['batch ./quarter-2.json', 'batch ./quarter-2.json --jobs 2'],
    'All are checked first, a failure stops no other, and what was made before is left alone.',
  )
    .argument('<job>', 'a JSON file: "defaults", and a list of "runs"; its paths are seen from its own folder')
    .option('--jobs <n>', 'how many runs are made at a time; 1 unless said', atATime)
    .action((job: string, options: BatchOptions) => {
      ask({ command: 'batch', job, jobs: options.jobs ?? 1 }, mannerOf(options), async (...asked) =>
        (await import('./make-batch.ts')).makeBatch(...asked),
      );
    });
}

function atATime(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Runs at a time are a whole number from 1 to 99.');
  return Number(text);
}
