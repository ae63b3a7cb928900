import { chapters, codes } from '../../domain/findings/codes.ts';
import { finding } from '../../domain/findings/finding.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { Grammar } from '../declare.ts';
import type { HelpRequest } from '../request.ts';

/** Explains a command or the code of a finding; asked about nothing in particular, lists them all. */
export function explainTopic(grammar: Grammar, { topic }: HelpRequest, _host: Host, terminal: Terminal): void {
  const program = grammar(
    () => {},
    (text) => terminal.print(text),
  );
  const command = program.commands.find((known) => known.name() === topic);
  const code = allCodes.find((known) => known === topic);
  if (topic === null) explainAll(program, terminal);
  else if (command) command.outputHelp();
  else if (code) explainCode(code, terminal);
  else
    terminal.findings.note(
      unknownTopic(
        topic,
        program.commands.map((known) => known.name()),
      ),
    );
}

const allCodes = keysOf(codes);

/** The commands, and below them every code of the manual with its title. */
function explainAll(program: ReturnType<Grammar>, terminal: Terminal): void {
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/codes/1', codes: allCodes.map((code) => ({ code, ...codes[code] })) });
    return;
  }
  program.outputHelp();
  const { heading } = terminal.paint;
  const width = Math.max(...allCodes.map((code) => code.length));
  for (const { title, codes } of chapters) {
    const lines = Object.entries(codes).map(([code, { title }]) => `  ${code.padEnd(width)}  ${title}\n`);
    terminal.print(`\n${heading(title)}\n${lines.join('')}`);
  }
}

function explainCode(code: keyof typeof codes, terminal: Terminal): void {
  const { severity, title, meaning, fix } = codes[code];
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/code/1', code, severity, title, meaning, fix });
    return;
  }
  const { heading, strong } = terminal.paint;
  terminal.print(
    `${heading(code)} (${severity})\n\n${strong(title)}\n\n${meaning}\n\n${strong('What to do')}: ${fix}\n`,
  );
}

function unknownTopic(topic: string, commands: readonly string[]) {
  const hint = didYouMean(topic, [...commands, ...allCodes]);
  return finding('unknown-topic', {}, { message: 'this is neither a command nor a code', value: topic, hint });
}

function keysOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table).filter((key): key is keyof T & string => key in table);
}
