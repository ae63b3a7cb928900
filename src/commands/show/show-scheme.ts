import { showText } from '../../report/show/show.ts';
import { showJson } from '../../report/show/show-data.ts';
import { openScheme } from '../../run/given/scheme-file.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ShowRequest } from '../request.ts';

/** Prints a scheme in plain English. */
export function showScheme(request: ShowRequest, host: Host, terminal: Terminal): void {
  const source = openScheme(request.scheme, host, terminal);
  if (!source || terminal.findings.forbid) return;
  if (terminal.format === 'json') {
    terminal.printJson(showJson(source.scheme));
    return;
  }
  terminal.print(showText(source.scheme, terminal.paint));
}
