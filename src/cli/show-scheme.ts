import { showText } from '../report/show.ts';
import { showJson } from '../report/show-data.ts';
import type { ShowRequest } from './request.ts';
import { openScheme } from './scheme-file.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** Prints a scheme in plain English. */
export function showScheme(request: ShowRequest, world: World, terminal: Terminal): void {
  const source = openScheme(request.scheme, world, terminal);
  if (!source || terminal.findings.forbid) return;
  if (terminal.format === 'json') {
    terminal.printJson(showJson(source.scheme));
    return;
  }
  terminal.print(showText(source.scheme, terminal.paint));
}
