import { type CommandLine, readCommandLine } from './command-line.ts';
import { failureFinding, stackOf, stdoutFinding } from './failures.ts';
import { isInterruption } from './interruption.ts';
import type { Request } from './request.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import type { World } from './world.ts';

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
      return carryOut(line.request, world, terminal);
  }
}

/** Each command brings its own rooms, when it is asked for and not before. */
async function carryOut(request: Request, world: World, terminal: Terminal): Promise<void> {
  switch (request.command) {
    case 'check': {
      const { checkScheme } = await import('./scheme-check.ts');
      return checkScheme(request, world, terminal);
    }
    case 'run': {
      const { makePaymentRun } = await import('./payment-run.ts');
      return makePaymentRun(request, world, terminal);
    }
    case 'show': {
      const { showScheme } = await import('./show-scheme.ts');
      return showScheme(request, world, terminal);
    }
    case 'template': {
      const { writeTemplate } = await import('./write-template.ts');
      return writeTemplate(request, world, terminal);
    }
    case 'post': {
      const { postRun } = await import('./post-run.ts');
      return postRun(request, world, terminal);
    }
    case 'verify': {
      const { verify } = await import('./verify.ts');
      return verify(request, world, terminal);
    }
    case 'explain': {
      const { explainRun } = await import('./explain-run.ts');
      return explainRun(request, terminal);
    }
    case 'diff': {
      const { diffRuns } = await import('./diff-runs.ts');
      return diffRuns(request, terminal);
    }
    case 'schemes': {
      const { listSchemes } = await import('./list-schemes.ts');
      return listSchemes(world, terminal);
    }
    case 'help': {
      const { explain } = await import('./help.ts');
      return explain(request, terminal);
    }
  }
}
