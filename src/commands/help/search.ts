import type { Command } from 'commander';
import type { CodeEntry } from '../../domain/findings/codes/entry.ts';
import { codes } from '../../domain/findings/codes.ts';
import { finding } from '../../domain/findings/finding.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { inTwo } from '../../terminal/in-two.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { csvKinds } from '../schema/kinds.ts';
import { topics } from './topics/topics.ts';

/** Something of the manual that may speak of what is looked for. */
interface Place {
  readonly kind: 'topic' | 'command' | 'column' | 'code';
  /** What it is called, and by what command it is seen whole. */
  readonly name: string;
  readonly see: string;
  readonly says: string;
  /** Everything that it says, to be looked through. */
  readonly text: string;
}

const kinds = {
  topic: 'Pages',
  command: 'Commands',
  column: 'Tables and their columns',
  code: 'What may be found wrong',
} as const;

/** Looks for words in the pages, the commands, the tables and their columns, and the codes; what speaks of all of them is listed. */
export function searchManual(program: Command, words: string, terminal: Terminal): void {
  const places = placesOf(program);
  const stems = words.toLowerCase().split(/\s+/).map(stem);
  const all = places.filter(({ name, text }) => stems.every((each) => speaksOf(`${name} ${text}`, each)));
  // What has it in its name or its title goes before what speaks of it in passing.
  const isNamed = ({ name, says }: Place) => stems.every((each) => speaksOf(`${name} ${says}`.toLowerCase(), each));
  const found = [...all.filter(isNamed), ...all.filter((each) => !isNamed(each))];
  if (found.length === 0 || stems.every((each) => each === '')) {
    const hint = didYouMean(
      words,
      places.filter(({ kind }) => kind !== 'column').map(({ name }) => name),
    );
    const message = 'this is no page, command or code, and nothing in them speaks of it';
    terminal.findings.note(finding('unknown-topic', {}, { message, value: words, hint }));
    return;
  }
  if (terminal.format === 'json') {
    const told = found.map(({ kind, name, see, says }) => ({ kind, name, see, says }));
    terminal.printJson({ format: 'quarterday/found/1', found: told });
    return;
  }
  const groups = Object.entries(kinds).flatMap(([kind, title]) => {
    const lines = found.filter((place) => place.kind === kind).map(({ name, says }) => [name, says] as const);
    return lines.length === 0 ? [] : [`${terminal.paint.heading(title)}\n${inTwo(lines)}`];
  });
  terminal.printLines(groups.join('\n'));
  const firsts = Object.keys(kinds).flatMap((kind) => found.find((place) => place.kind === kind)?.see ?? []);
  terminal.next(`Next: ${firsts.join(`\n${' '.repeat('Next: '.length)}`)}`);
}

function placesOf(program: Command): Place[] {
  const commands = program.createHelp().visibleCommands(program);
  return [
    ...topics.map(({ id, title, says }) => place('topic', id, `quarterday help ${id}`, title, says)),
    ...commands.map((command) => {
      const text = [
        command.description(),
        ...command.options.map(({ flags, description }) => `${flags} ${description}`),
      ];
      return place('command', command.name(), `quarterday help ${command.name()}`, command.summary(), text.join(' '));
    }),
    ...csvKinds.flatMap(({ kind: file, holds, columns }) => [
      place('column', file, `quarterday schema ${file}`, holds, ''),
      ...columns.map(({ name, holds }) => place('column', `${file} ${name}`, `quarterday schema ${file}`, holds, '')),
    ]),
    ...Object.entries<CodeEntry>(codes).map(([code, { title, meaning, fix }]) =>
      place('code', code, `quarterday help ${code}`, title, `${meaning} ${fix}`),
    ),
  ];
}

function place(kind: Place['kind'], name: string, see: string, says: string, more: string): Place {
  return { kind, name, see, says, text: `${says} ${more}`.toLowerCase() };
}

/** A word without its ending, where enough of it is left: merger, merging and merged are one. */
function stem(word: string): string {
  const short = word.replace(/(?:ers|er|ings|ing|ed|es|s|e)$/, '');
  return short.length >= 4 ? short : word;
}

/** Whether a word of a text begins so. */
function speaksOf(text: string, begins: string): boolean {
  for (let at = text.indexOf(begins); at >= 0; at = text.indexOf(begins, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}
