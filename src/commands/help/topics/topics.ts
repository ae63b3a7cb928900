import { bank } from './bank.ts';
import { decisions } from './decisions.ts';
import { files } from './files.ts';
import { joining } from './joining.ts';
import { posting } from './posting.ts';
import { proof } from './proof.ts';
import { quarter } from './quarter.ts';
import { recoveries } from './recoveries.ts';
import { scheme } from './scheme.ts';
import { scripts } from './scripts.ts';
import { start } from './start.ts';
import type { Topic } from './topic.ts';

/** Every page of the manual, in the order in which they are listed. */
export const topics: readonly Topic[] = [
  start,
  quarter,
  files,
  decisions,
  recoveries,
  joining,
  bank,
  proof,
  posting,
  scheme,
  scripts,
];
