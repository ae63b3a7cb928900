import * as z from 'zod';
import type { Outcome } from '../../domain/findings/finding.ts';
import { hasErrors } from '../../domain/findings/finding.ts';
import { block, entriesOf } from '../../json/block.ts';
import { readWrittenBytes } from '../../json/read-written.ts';
import { calendarDay, text } from '../../json/words.ts';
import { type LetterWords, ownWords } from './letter-words.ts';

const wording = block(
  {
    owed: text
      .optional()
      .describe('What becomes of a sum that the payee owes. Nothing is taken from an account by a letter.'),
    disagree: text.optional().describe('How to disagree, after the address and the last day.'),
    closing: text.optional().describe('A line at the end of every letter.'),
  },
  'Sentences in place of those that come with the program. Figures never come from here.',
);

/** What a person writes in letter.json; all of it may be left out. */
const letter = block(
  {
    $schema: z.string().optional(),
    sender: text.optional().describe('Who writes; the commissioner of the scheme where it is left out.'),
    unit: text.optional().describe('The office below the sender.'),
    addressee: text
      .optional()
      .describe('Whom letters go to where contacts.csv names nobody, such as "The Practice Manager".'),
    payment_day: calendarDay.optional().describe('The day on which the money arrives.'),
    question_by: calendarDay.optional().describe('The last day to question a statement, and to pay or agree how.'),
    questions: entriesOf(text).optional().describe('How to reach the sender, a line each.'),
    wording: wording.optional(),
  },
  'The words of the statements that publish writes.',
);

/** The grammar as a JSON Schema, for an editor. */
export function letterJsonSchema(): unknown {
  return z.toJSONSchema(letter, { io: 'input' });
}

/** The bytes of a letter.json as the words of the letters. Null where they have errors. `file` is the name that findings give it. */
export function readLetterWords(bytes: Uint8Array, file: string): Outcome<LetterWords | null> {
  const { value, findings } = readWrittenBytes(bytes, file, letter);
  if (value === null || hasErrors(findings)) return { value: null, findings };
  const { sender, unit, addressee, payment_day, question_by, questions, wording: said } = value.written;
  return {
    value: {
      sender: sender ?? null,
      unit: unit ?? null,
      addressee: addressee ?? null,
      paymentDay: payment_day ?? null,
      questionBy: question_by ?? null,
      questions: questions ?? [],
      wording: {
        owed: said?.owed ?? ownWords.wording.owed,
        disagree: said?.disagree ?? null,
        closing: said?.closing ?? null,
      },
    },
    findings,
  };
}
