import { bankTopic } from './bank.ts';
import { decisionsTopic } from './decisions.ts';
import { filesTopic } from './files.ts';
import { joiningTopic } from './joining.ts';
import { postingTopic } from './posting.ts';
import { proofTopic } from './proof.ts';
import { quarterTopic } from './quarter.ts';
import { recoveriesTopic } from './recoveries.ts';
import { schemeTopic } from './scheme.ts';
import { scriptsTopic } from './scripts.ts';
import { startTopic } from './start.ts';
import type { Topic } from './topic.ts';

/** Every page of the manual, in the order in which they are listed. */
export const topics: readonly Topic[] = [
  startTopic,
  quarterTopic,
  filesTopic,
  decisionsTopic,
  recoveriesTopic,
  joiningTopic,
  bankTopic,
  proofTopic,
  postingTopic,
  schemeTopic,
  scriptsTopic,
];
