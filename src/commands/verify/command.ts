import { type Command, InvalidArgumentError } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface VerifyOptions extends MannerOptions {
  readonly ledger?: string;
  readonly recompute?: boolean;
  readonly newest?: string;
}

/** `verify RUN [--recompute] [--ledger DIR] | --ledger DIR [--newest SHA256]`. */
export function declareVerify(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'verify',
    'RUN [--recompute] [--ledger DIR] | --ledger DIR [--newest SHA256]',
    'prove that a run folder or a ledger is as it was made',
    ['verify ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --recompute', 'verify --ledger ./ledger'],
  )
    .argument('[run]', 'run folder')
    .option('--ledger <dir>', 'ledger; together with a run folder, also that the run is posted in it')
    .option('--recompute', 'make the run again from its own inputs, and compare every file')
    .option('--newest <sha256>', 'hash of the newest record of the ledger, as it was noted elsewhere', hashGiven)
    .action((run: string | undefined, options: VerifyOptions) => {
      const { ledger = null, recompute = false, newest = null } = options;
      ask({ command: 'verify', run: run ?? null, ledger, recompute, newest }, mannerOf(options), async (...asked) =>
        (await import('./verify.ts')).verify(...asked),
      );
    });
}

function hashGiven(text: string): string {
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new InvalidArgumentError('A sha256 is 64 digits and letters from a to f.');
  return hash;
}
