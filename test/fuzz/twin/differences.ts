import { program } from './program.ts';
import { said } from './said.ts';
import { tellsWhatIsLost } from './scheduled.ts';
import { twin } from './twin.ts';
import { worldOf } from './world.ts';
import type { Case } from './written.ts';

/** Where the program and the second evaluator part, line by line; null where the program refuses the case, with why. */
export async function differences(
  run: Case,
  folder: string,
): Promise<{ lines: string[] | null; errors: readonly string[] }> {
  const { reports, errors } = await program(run, folder);
  if (!reports) return { lines: null, errors };
  const ours = twin(run);
  const maybe = new Set(ours.filter((line) => line.endsWith('?')).map((line) => line.slice(0, -1)));
  const [theirs, own] = [new Set(said(reports, isLostTold(run))), new Set(ours.filter((line) => !line.endsWith('?')))];
  const lines = [
    ...[...own].filter((line) => !theirs.has(line)).map((line) => `${line} (by the rules)`),
    ...[...theirs].filter((line) => !own.has(line) && !maybe.has(line)).map((line) => `${line} (by the program)`),
  ];
  return { lines: lines.sort(), errors };
}

/** Of which components it is told why they are not worth more. */
function isLostTold(run: Case): (component: string) => boolean {
  const world = worldOf(run, () => new Map());
  const told = new Set(world.components.filter((each) => tellsWhatIsLost(each, world)).map(({ id }) => id));
  return (component) => told.has(component);
}
