import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Encoding } from '../../data/files/encoding.ts';
import { type Day, parseDay } from '../../domain/day.ts';
import { type Ask, declareCommand, encodingOption, type MannerOptions, mannerOf } from '../declare.ts';

interface ImportOptions extends MannerOptions {
  readonly scheme: string;
  readonly out: string;
  readonly asAt?: Day;
  readonly commissioner?: string;
  readonly sheet: readonly SheetAsked[];
  readonly dates?: 'dmy';
  readonly partial?: boolean;
  readonly encoding?: Encoding;
}

/** `NAME=TABLE`. */
interface SheetAsked {
  readonly sheet: string;
  readonly table: string;
}

/** `import FILE... --scheme SCHEME --out DIR [--as-at DATE] [--commissioner CODE] [--sheet NAME=TABLE] [--dates dmy] [--partial]`. */
export function declareImport(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'import',
    'FILE... --scheme SCHEME --out DIR [--as-at DATE] [--commissioner CODE] [--sheet NAME=TABLE] [--dates dmy] [--partial]',
    'make a data folder of the workbooks and national files that people have',
    [
      'import ./quarter.xlsx ./gp-reg-pat-prac-all.csv --scheme dorset-ccip-2015-16 --out ./data',
      'import ./epraccur.csv ./list-2015.csv --scheme dorset-ccip-2015-16 --commissioner 11J --as-at 2015-04-01 --out ./data',
    ],
    'Each row with its source, so that a finding names the cell that a person typed.',
  )
    .argument('<file...>', 'workbooks (.xlsx, .xlsm, .xls, .ods) and CSV files; what is in them tells what they are')
    .requiredOption('--scheme <scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption('--out <dir>', 'the data folder to write; it must be empty or not there yet')
    .option('--as-at <date>', 'the day of files that do not say it themselves, as YYYY-MM-DD', dayGiven)
    .option('--commissioner <code>', 'whose practices to take of national files, where no file of practices says it')
    .addOption(
      new Option('--sheet <name=table>', 'a sheet, and the table that it is; may be given more than once')
        .argParser(sheetGiven)
        .default([], 'none'),
    )
    .addOption(new Option('--dates <order>', 'how dates are written that are text: day first').choices(['dmy']))
    .option('--partial', 'write the tables that are sound, and leave out the others')
    .addOption(encodingOption())
    .action((files: string[], options: ImportOptions) => {
      const { scheme, out, asAt = null, commissioner = null, sheet, encoding = 'utf-8' } = options;
      const dates = options.dates ?? 'iso';
      const partial = options.partial ?? false;
      ask(
        { command: 'import', files, scheme, out, asAt, commissioner, sheets: sheet, dates, partial, encoding },
        mannerOf(options),
        async (...asked) => (await import('./import-data.ts')).importData(...asked),
      );
    });
}

function dayGiven(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('A date is written as YYYY-MM-DD, such as 2015-04-01.');
  return day;
}

function sheetGiven(text: string, before: readonly SheetAsked[]): readonly SheetAsked[] {
  const at = text.lastIndexOf('=');
  const asked = { sheet: text.slice(0, at), table: text.slice(at + 1) };
  if (at < 1 || asked.table === '') {
    throw new InvalidArgumentError('Write it as NAME=TABLE, such as "Sheet 1=evidence".');
  }
  return [...before, asked];
}
