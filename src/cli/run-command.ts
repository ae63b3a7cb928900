import { failureFinding, stackOf, stdoutFinding } from '../terminal/failures.ts';
import type { World } from '../terminal/host.ts';
import { isInterruption } from '../terminal/interruption.ts';
import { openTerminal, type Terminal } from '../terminal/terminal.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';

/** Does what the command line asks for. Answers the exit code (contract 2); never throws, and never ends the process. */
export async function runCommand(world: World): Promise<number> {
  const line = readCommandLine(world.args);
  const terminal = await openTerminal(world, line.manner);
  try {
    await obey(line, world, terminal);
  } catch (thrown) {
    if (isInterruption(thrown)) {
      const exit = terminal.giveUp(thrown.exit);
      await world.stderr.finished();
      return exit;
    }
    terminal.findings.note(failureFinding(thrown, world.machine));
    terminal.trace(stackOf(thrown));
  }
  const failure = await world.stdout.finished();
  if (failure) terminal.findings.note(stdoutFinding(failure));
  const exit = terminal.close();
  await world.stderr.finished();
  return exit;
}

async function obey(line: CommandLine, world: World, terminal: Terminal): Promise<void> {
  switch (line.kind) {
    case 'help':
      return terminal.print(line.text);
    case 'mistakes':
      return terminal.findings.noteAll(line.findings);
    case 'request':
      return line.carryOut(world, terminal);
  }
}
