import { finding } from '../../domain/findings/finding.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { VerifyRequest } from '../request.ts';
import { verifyLedger } from './verify-ledger.ts';
import { verifyRun } from './verify-run.ts';
import { type Proofs, proofsData, proofsText } from './verify-text.ts';

/** Proves a run folder, a ledger, or a run folder and that it is posted in a ledger; every difference is noted. */
export async function verify(request: VerifyRequest, host: Host, terminal: Terminal): Promise<void> {
  if (request.newest !== null && request.ledger === null) {
    const hint = 'give the folder of the ledger with --ledger';
    const message = '--newest needs a ledger';
    terminal.findings.note(finding('missing-argument', { field: '--ledger' }, { message, hint }));
    return;
  }
  if (request.run === null && (request.ledger === null || request.recompute)) {
    const message = request.recompute ? '--recompute needs a run folder' : 'verify needs a run folder or --ledger';
    const hint = 'give the path of a run folder, or --ledger with the folder of a ledger';
    terminal.findings.note(finding('missing-argument', { field: 'RUN' }, { message, hint }));
    return;
  }
  const run = request.run === null ? null : await verifyRun(request.run, request, host, terminal);
  const ledger = request.ledger === null ? null : await verifyLedger(request.ledger, request.newest, run, terminal);
  const proofs: Proofs = { run, ledger };
  if (terminal.format === 'json') terminal.printJson(proofsData(proofs, terminal.findings.errors));
  else if (terminal.findings.errors === 0) terminal.printLines(proofsText(proofs, terminal.paint));
}
