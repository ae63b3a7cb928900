import { type Paint, pageWidth, plain } from '../report/page/paint.ts';
import type { Environment } from './host.ts';
import type { Manner } from './manner.ts';

/** Whether a stream is given colour: --color, then NO_COLOR, FORCE_COLOR and TERM=dumb, then whether it is a terminal. */
export function isColoured(color: Manner['color'], env: Environment, isTerminal: boolean): boolean {
  if (color !== 'auto') return color === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.TERM === 'dumb') return false;
  return isTerminal;
}

/** Narrower prose than this cannot be read, and wider neither. */
const [narrowest, widest] = [60, 120];

/** How wide prose is on a stream: as its terminal is; in files and pipes always the same. */
export function widthOf(columns: number | null): number {
  return columns === null ? pageWidth : Math.min(widest, Math.max(narrowest, columns));
}

/** The marks for a stream; chalk is loaded only where there is colour. Nothing is dimmed: on a light ground it could not be read. */
export async function paintFor(coloured: boolean, columns: number | null): Promise<Paint> {
  const room = { width: widthOf(columns), room: columns };
  if (!coloured) return { ...plain, ...room };
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    ...room,
    heading: (text) => chalk.bold.underline(text),
    strong: (text) => chalk.bold(text),
    head: (text) => chalk.underline(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
  };
}
