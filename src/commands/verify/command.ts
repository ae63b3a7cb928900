import type { Command } from 'commander';
import { type Ask, type CommonOptions, declareCommand, mannerOf } from '../declare.ts';

interface VerifyOptions extends CommonOptions {
  readonly ledger?: string;
  readonly recompute?: boolean;
}

/** `verify RUN | --ledger DIR [--recompute]`. */
export function declareVerify(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'verify',
    'RUN | --ledger DIR [--recompute]',
    'prove that a run folder or a ledger is as it was made',
    ['verify ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --recompute', 'verify --ledger ./ledger'],
  )
    .argument('[run]', 'run folder')
    .option('--ledger <dir>', 'ledger; together with a run folder, also what the run took from it')
    .option('--recompute', 'make the run again from its own inputs, and compare every file')
    .action((run: string | undefined, options: VerifyOptions) => {
      const { ledger = null, recompute = false } = options;
      ask({ command: 'verify', run: run ?? null, ledger, recompute }, mannerOf(options), async (...asked) =>
        (await import('./verify.ts')).verify(...asked),
      );
    });
}
