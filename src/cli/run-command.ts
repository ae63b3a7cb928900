import { failureFinding, stackOf, stdoutFinding } from '../terminal/failures.ts';
import type { Host } from '../terminal/host.ts';
import { isInterruption } from '../terminal/interruption.ts';
import { openTerminal, type Terminal } from '../terminal/terminal.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';

/** Does what the command line asks for. Answers the exit code; never throws, and never ends the process. */
export async function runCommand(host: Host): Promise<number> {
  const line = readCommandLine(host.args, host.stdout.columns);
  const terminal = await openTerminal(host, line.manner);
  try {
    await obey(line, host, terminal);
  } catch (thrown) {
    if (isInterruption(thrown)) {
      const exit = terminal.giveUp(thrown.exit);
      await host.stderr.finished();
      return exit;
    }
    terminal.findings.note(failureFinding(thrown, host.machine));
    terminal.trace(stackOf(thrown));
  }
  const failure = await host.stdout.finished();
  if (failure) terminal.findings.note(stdoutFinding(failure));
  const exit = terminal.close();
  await host.stderr.finished();
  return exit;
}

async function obey(line: CommandLine, host: Host, terminal: Terminal): Promise<void> {
  switch (line.kind) {
    case 'help':
      return terminal.printLines(line.text);
    case 'mistakes':
      return terminal.findings.noteAll(line.findings);
    case 'request':
      return line.carryOut(host, terminal);
  }
}
