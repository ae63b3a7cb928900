import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { CompletionRequest } from '../request.ts';
import { script, whereToPut } from './scripts.ts';

/** Prints the lines that make a shell complete, and says where they belong. They are the same in every format: a shell reads them. */
export function printScript({ shell }: CompletionRequest, _host: Host, terminal: Terminal): void {
  terminal.print(script(shell));
  terminal.next(`Next: ${whereToPut[shell]}`);
}
