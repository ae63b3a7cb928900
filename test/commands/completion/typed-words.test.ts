import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedWords } from '../../../src/commands/completion/typed-words.ts';
import { type Shell, shells } from '../../../src/commands/request.ts';

describe('a command line up to the cursor', () => {
  it.each<[Shell, string, string[], string]>([
    ['bash', 'quarterday ', ['quarterday'], ''],
    ['bash', 'quarterday ru', ['quarterday'], 'ru'],
    ['bash', '  quarterday   run\tx ', ['quarterday', 'run', 'x'], ''],
    ['bash', 'quarterday run "my folder/a.json" --per', ['quarterday', 'run', 'my folder/a.json'], '--per'],
    ['bash', "quarterday run 'it is' my\\ fol", ['quarterday', 'run', 'it is'], 'my fol'],
    ['bash', 'quarterday run "still open', ['quarterday', 'run'], 'still open'],
    ['bash', "quarterday run 'still \\ open", ['quarterday', 'run'], 'still \\ open'],
    ['bash', 'quarterday run "a \\"b\\" \\$c \\d" ', ['quarterday', 'run', 'a "b" $c \\d'], ''],
    ['bash', 'quarterday run --data="a b"c ', ['quarterday', 'run', '--data=a bc'], ''],
    ['bash', "quarterday post '' ", ['quarterday', 'post', ''], ''],
    ['bash', 'quarterday run $(rm) `rm`', ['quarterday', 'run', '$(rm)'], '`rm`'],
    ['bash', 'quarterday run \\', ['quarterday', 'run'], ''],
    ['zsh', "q 'a'\\''b' ", ['q', "a'b"], ''],
    ['fish', "q 'it\\'s' 'a\\\\b' ", ['q', "it's", 'a\\b'], ''],
    ['powershell', "q 'it''s' \"a`\"b\" c` d C:\\x\\y ", ['q', "it's", 'a"b', 'c d', 'C:\\x\\y'], ''],
    ['powershell', 'q "say ""so"" ', ['q'], 'say "so" '],
  ])('of %s is cut as the shell cuts it: %s', (shell, line, whole, last) => {
    expect(typedWords(line, shell)).toEqual({ whole, last });
  });

  it('gives back whatever words were quoted, in every shell', () => {
    const quoted = (word: string, shell: Shell) => {
      if (shell === 'fish') return `'${word.replaceAll(/[\\']/g, '\\$&')}'`;
      return `'${word.replaceAll("'", shell === 'powershell' ? "''" : "'\\''")}'`;
    };
    const anyWord = fc.string({ unit: fc.constantFrom(...'ab =\'"\\$`;\n(') });
    fc.assert(
      fc.property(fc.constantFrom(...shells), fc.array(anyWord), (shell, words) => {
        const line = words.map((word) => `${quoted(word, shell)} `).join('');
        expect(typedWords(line, shell)).toEqual({ whole: words, last: '' });
      }),
    );
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shells), fc.string(), (shell, line) => {
        const { whole, last } = typedWords(line, shell);
        expect([...whole, last].join('').length).toBeLessThanOrEqual(line.length);
      }),
    );
  });
});
