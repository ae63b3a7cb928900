import { formatPounds, noPence, sumPence } from '../../domain/money/money.ts';
import { sayList } from '../../domain/words/say.ts';
import type { PaperBlock, Phrase } from '../paper/blocks.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { ToDo } from './still-to-do.ts';

/** What can still be done; what several practices can do is told once, with the sum of each. */
export function toDoBlocks({ toDo, severalPractices, causes, schemes }: LetterFacts): PaperBlock[] {
  const cameNot = causes.some(({ failed }) => failed.some(({ lacks }) => lacks !== 'too small'));
  const earlier = cameNot ? ' If what was late or missing reached us in time, send us what shows it.' : '';
  const items = alike(toDo).map((each) => sayToDo(each, severalPractices, schemes.length > 1));
  return [
    { kind: 'heading', level: 2, text: 'What you can still do' },
    items.length === 0
      ? { kind: 'paragraph', words: [{ text: `Nothing more is asked of you.${earlier}` }] }
      : { kind: 'list', items },
  ];
}

/** Things of a scheme that differ by practice and sum alone, together. */
function alike(toDo: readonly ToDo[]): ToDo[][] {
  const groups = new Map<string, ToDo[]>();
  for (const each of toDo) {
    const key = `${each.run.runId} ${each.lastDay} ${each.does}${each.says(noPence)}${each.worth === noPence}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function sayToDo(together: readonly ToDo[], severalPractices: boolean, severalSchemes: boolean): Phrase[] {
  const [first] = together;
  if (!first) return [];
  const worth = sumPence(together.map((each) => each.worth));
  const names = together.map(({ practice, worth: own }) => {
    const { name } = practice.story.account.practice;
    return together.length === 1 || own === noPence ? name : `${name} (${formatPounds(first.run.scheme.words, own)})`;
  });
  const of = [
    ...(severalPractices && together.length === 1 ? [names[0]] : []),
    ...(severalSchemes ? [first.run.scheme.title] : []),
  ];
  const whose = of.length === 0 ? '' : `${of.join(', ')}: `;
  const each = together.length === 1 ? '' : ` This is asked of ${sayList(names)}.`;
  return [{ text: `${whose}${first.does}`, look: 'strong' }, { text: `${each}${first.says(worth)}` }];
}
