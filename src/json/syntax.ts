import { createScanner, type ParseError, type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import { type Finding, finding } from '../domain/findings/finding.ts';
import { linesOf } from './lines.ts';

/** How many blocks and lists may stand inside one another. No paper needs a tenth of it. */
export const deepest = 64;

/** The place where a text nests too deep to be read, or nothing. Reads token by token, so that no depth can exhaust it. */
export function nestsTooDeep(text: string, file: string): Finding[] {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== tokens.end; token = scanner.scan()) {
    if (token === tokens.openBrace || token === tokens.openBracket) depth += 1;
    if (token === tokens.closeBrace || token === tokens.closeBracket) depth -= 1;
    if (depth > deepest) {
      const place = { file, ...linesOf(text).positionOf(scanner.getTokenOffset()) };
      return [
        finding('json-too-deep', place, {
          message: `blocks and lists stand more than ${deepest} deep here; nothing that people write is nested so far`,
          hint: 'look for a bracket that is never closed, or written many times over',
        }),
      ];
    }
  }
  return [];
}

/** The kinds of token by jsonc-parser's numbers: its own names for them do not outlive its types. */
const tokens = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 };

/** What a parser's complaints come to. After the first break nothing that follows can be trusted. */
export interface SyntaxReport {
  readonly findings: readonly Finding[];
  /** Whether the text could be understood all the same: comments and trailing commas do not hide what is meant. */
  readonly understood: boolean;
}

/** The findings of a text that is not strict JSON: every comment and trailing comma, and the first real break; one for each place. */
export function syntaxReport(text: string, file: string, errors: readonly ParseError[]): SyntaxReport {
  const lines = linesOf(text);
  const place = (offset: number) => ({ file, ...lines.positionOf(Math.min(offset, text.length)) });
  const findings: Finding[] = [];
  for (const [index, error] of errors.entries()) {
    if (error.offset === errors[index - 1]?.offset) continue;
    if (isComment(error)) findings.push(finding('json-syntax', place(error.offset), commentSays));
    else if (isTrailingComma(text, error)) {
      findings.push(finding('json-syntax', place(lastBefore(text, error.offset)), trailingCommaSays));
    } else {
      findings.push(finding('json-syntax', place(error.offset), breakSays(text, error)));
      return { findings, understood: false };
    }
  }
  return { findings, understood: true };
}

const commentSays = {
  message: 'a comment stands here, and JSON has none',
  hint: 'take it out; a reading of the paper belongs into "assumptions"',
};

const trailingCommaSays = {
  message: 'a comma stands here after the last entry; expected nothing more before the closing bracket',
  hint: 'take the comma out',
  value: ',',
};

function isComment(error: ParseError): boolean {
  return printParseErrorCode(error.error) === 'InvalidCommentToken';
}

function isTrailingComma(text: string, error: ParseError): boolean {
  const [name, stands] = [printParseErrorCode(error.error), text[error.offset]];
  if (text[lastBefore(text, error.offset)] !== ',') return false;
  return (name === 'PropertyNameExpected' && stands === '}') || (name === 'ValueExpected' && stands === ']');
}

/** Where the last thing before a place stands that is not white space. */
function lastBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (' \t\r\n'.includes(text[at] ?? '-')) at -= 1;
  return at;
}

function breakSays(text: string, { error, offset, length }: ParseError) {
  const value = text.slice(offset, offset + Math.min(length, 40));
  const stands = value === '' ? 'the file ends here' : `${JSON.stringify(value)} stands here`;
  return { ...(value === '' ? {} : { value }), ...sayBreak(stands, error) };
}

function sayBreak(stands: string, error: ParseErrorCode): { readonly message: string; readonly hint: string } {
  switch (printParseErrorCode(error)) {
    case 'PropertyNameExpected':
      return { message: `${stands}; expected a key in double quotes`, hint: 'write the key as "key": value' };
    case 'ColonExpected':
      return { message: `${stands}; expected a colon after the key`, hint: 'write the key as "key": value' };
    case 'CommaExpected':
      return { message: `${stands}; expected a comma before it`, hint: 'put a comma after the entry before' };
    case 'ValueExpected':
      return {
        message: `${stands}; expected a value`,
        hint: 'write a text in double quotes, a number, a block or a list',
      };
    case 'CloseBraceExpected':
      return { message: `${stands}; expected a closing }`, hint: 'close the block with }' };
    case 'CloseBracketExpected':
      return { message: `${stands}; expected a closing ]`, hint: 'close the list with ]' };
    case 'EndOfFileExpected':
      return {
        message: `${stands} after the end of what the file says`,
        hint: 'a file holds one block { … } and nothing after it',
      };
    case 'UnexpectedEndOfString':
    case 'InvalidCharacter':
      return {
        message: `${stands}: a text that is not closed on its line, or that holds a line break or a control character`,
        hint: 'close the text with " on its own line',
      };
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return {
        message: `${stands}: a backslash in it starts nothing that JSON knows`,
        hint: 'write a backslash as \\\\ and a double quote as \\"',
      };
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return { message: `${stands}; expected a whole number`, hint: 'write the number in digits alone' };
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
    case 'InvalidSymbol':
    case '<unknown ParseErrorCode>':
      return { message: `${stands}, which JSON has no meaning for`, hint: 'put text in double quotes' };
  }
}
