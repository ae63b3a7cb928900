import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type Finding, finding, hasErrors, type Outcome } from '../domain/findings/finding.ts';
import { type Document, documentOf, plainValue } from './document.ts';
import { faultlessValue } from './faultless.ts';
import { faultyKeys } from './keys.ts';
import { nestsTooDeep, syntaxReport } from './syntax.ts';

/** The largest JSON file that people write and the program reads, in bytes; the schemes that come with the program have a hundredth of it. */
const mostBytes = 1024 * 1024;

/** JSON text as a document whose every value knows its place; null where it cannot be understood. A byte-order mark is accepted. */
export function readJson(given: string, file: string): Outcome<Document | null> {
  if (given.length > mostBytes) return refused(tooLarge(file));
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const value = faultlessValue(text);
  return value === undefined
    ? readFaulty(text, file)
    : { value: documentOf(file, text, value, () => treeOf(text)), findings: [] };
}

/** A text that something is to be told of. */
function readFaulty(text: string, file: string): Outcome<Document | null> {
  const deep = nestsTooDeep(text, file);
  if (hasErrors(deep)) return { value: null, findings: deep };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const { findings, understood } = syntaxReport(text, file, errors);
  if (!understood || root === undefined) return { value: null, findings };
  const document = documentOf(file, text, plainValue(root), () => root);
  return { value: document, findings: [...findings, ...faultyKeys(document)] };
}

function treeOf(text: string): Node {
  const root = parseTree(text);
  if (root === undefined) throw new Error('a text without fault has no tree');
  return root;
}

/** Bytes as strict UTF-8. */
export function decode(bytes: Uint8Array, file: string): Outcome<string | null> {
  if (bytes.length > mostBytes) return refused(tooLarge(file));
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return refused(notUtf8(file, 'UTF-16', 1, 1));
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), findings: [] };
  } catch {
    const readable = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? '';
    const lines = readable.split('\n');
    return refused(notUtf8(file, 'another encoding', lines.length, (lines.at(-1) ?? '').length + 1));
  }
}

function refused(found: Finding): Outcome<null> {
  return { value: null, findings: [found] };
}

function tooLarge(file: string): Finding {
  return finding(
    'json-too-large',
    { file },
    {
      message: `the file is too large; expected at most ${mostBytes} bytes`,
      hint: 'check that this is the file that is meant and not a file of data',
    },
  );
}

function notUtf8(file: string, encoding: string, line: number, column: number): Finding {
  return finding(
    'json-not-utf-8',
    { file, line, column },
    {
      message: `the file is written in ${encoding}; expected UTF-8`,
      hint: 'save it again with the encoding UTF-8',
    },
  );
}
