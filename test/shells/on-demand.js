// `npm run shells`: presses Tab in real shells (bash, zsh and fish, as Debian packages them) and looks at what stands on the line. Each is
// asked the same, in a folder whose names would do harm if a shell ran them; at the end, how long the program takes to answer.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, URL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run =
  readdirSync(join(root, 'fixtures/past-runs')).find((name) => name.startsWith('bury-')) ?? 'no past run of Bury';
const hostile = ['$(touch ran)', '`touch ran`', "it's;touch ran", '"; touch ran; "'];

/** What is typed, `\t` for Tab, and what stands on the line then; of `many`, which words are shown for the choice. */
const cases = [
  { keys: 'quarterday hand\t', line: 'quarterday hand-off' },
  { keys: 'quarterday run dor\t', line: 'quarterday run dorset-ccip-2015-16' },
  { keys: 'quarterday run dorset-ccip-2015-16 --per\t', line: 'quarterday run dorset-ccip-2015-16 --period' },
  {
    keys: 'quarterday run cambridgeshire-qef-2017-18 --period th\t',
    line: 'quarterday run cambridgeshire-qef-2017-18 --period third',
  },
  { keys: 'quarterday show x --format=j\t', line: 'quarterday show x --format=json' },
  { keys: `quarterday explain ${run} --practice Z30012 --component blo\t`, line: '--component blood-pressure' },
  { keys: `quarterday explain "${run}" --practice Z3000\t\t`, many: ['Z30001', 'Z30009'] },
  { keys: 'quarterday run dorset-ccip-2015-16 --period \t\t\t', many: ['Q1', 'Q2', 'Q3', 'Q4'] },
  { keys: 'quarterday check my-s\t', line: 'quarterday check my-scheme.json' },
  { keys: 'quarterday run x --data my\\ f\t', line: 'quarterday run x --data my\\ folder/' },
  { keys: 'quarterday run x --data=my\\ f\t', line: 'quarterday run x --data=my\\ folder/' },
  { keys: 'quarterday run x --data "my f\t', line: 'quarterday run x --data "my folder' },
  { keys: 'quarterday settle --from "my fi\t', line: 'quarterday settle --from "my file.csv"' },
  { keys: 'quarterday run x --data \\$\t', line: 'quarterday run x --data \\$\\(touch\\ ran\\)/' },
  // Before any command, zsh itself runs what stands in $(…) when Tab is pressed.
  { keys: 'quarterday run x --data "$(touch ran)\t', but: 'zsh', line: 'quarterday run x --data "$(touch ran)' },
  { keys: 'quarterday run "`touch ran`" --period \t', line: 'quarterday run "`touch ran`" --period ' },
  { keys: 'quarterday run x --as-at \t', line: 'quarterday run x --as-at' },
];

const folder = mkdtempSync(join(tmpdir(), 'quarterday-shells-'));
const bin = join(folder, 'bin');
const work = join(folder, 'work');
for (const path of [bin, work, join(work, 'my folder')]) mkdirSync(path);
for (const name of hostile) mkdirSync(join(work, name));
for (const name of ['my-scheme.json', 'my file.csv']) writeFileSync(join(work, name), '');
cpSync(join(root, 'fixtures/past-runs', run), join(work, run), { recursive: true });
writeFileSync(join(bin, 'quarterday'), `#!/bin/sh\nexec '${process.execPath}' '${root}dist/main.js' "$@"\n`, {
  mode: 0o755,
});
const env = {
  ...process.env,
  PATH: `${bin}:${process.env.PATH}`,
  TERM: 'xterm',
  PS1: '> ',
  COLUMNS: '200',
  HOME: folder,
};
const there = readdirSync(work).sort().join('\n');

/** How each shell is started without anybody's settings, and made to complete. */
const shells = {
  bash: { start: 'bash --norc --noprofile -i', ready: 'source <(quarterday completion bash)' },
  zsh: { start: 'zsh -f -i', ready: 'autoload -U compinit; compinit -D; source <(quarterday completion zsh)' },
  fish: { start: 'fish --no-config -i', ready: 'quarterday completion fish | source' },
};

let wrong = 0;
for (const [name, shell] of Object.entries(shells)) {
  if (spawnSync(name, ['--version']).status !== 0) {
    tell(`${name} is missing: install the package ${name} (Debian).`);
    wrong += 1;
  } else for (const each of cases) if (each.but !== name) await hold(name, shell, each);
}
const took = Array.from({ length: 9 }, answerTime).sort((a, b) => a - b);
tell(`an answer takes ${Math.round(took[4])} ms in the middle of nine, ${Math.round(took[8])} ms at most`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = wrong === 0 ? 0 : 1;

/** Types one case into a shell of its own, and says whether it came to what it should. */
async function hold(name, shell, { keys, line, many = [line] }) {
  const shown = await typed(shell, keys, many);
  const sound = many.every((word) => shown.includes(word)) && readdirSync(work).sort().join('\n') === there;
  if (!sound) wrong += 1;
  rmSync(join(work, 'ran'), { force: true });
  tell(`${sound ? 'ok   ' : 'WRONG'} ${name.padEnd(4)} ${keys.replaceAll('\t', '⇥')}${sound ? '' : `\n${shown}`}`);
}

/** What stands on the terminal after keys were typed, without its colours and movements; what should, if it comes within five seconds. */
async function typed({ start, ready }, keys, many) {
  const terminal = spawn('script', ['--quiet', '--flush', '--command', start, '/dev/null'], { cwd: work, env });
  let shown = '';
  let last = Date.now();
  terminal.stdout.setEncoding('utf8').on('data', (text) => {
    shown += text;
    last = Date.now();
  });
  const quiet = async (milliseconds) => {
    last = Date.now();
    while (Date.now() - last < milliseconds) await wait(20);
  };
  await quiet(700);
  terminal.stdin.write(`${ready}; echo rea''dy\r`);
  while (!/ready\r?\n/.test(shown)) await wait(20);
  await quiet(300);
  shown = '';
  for (const part of keys.split(/(?<=\t)/)) {
    terminal.stdin.write(part.replace('\t', ''));
    await quiet(200);
    if (part.endsWith('\t')) terminal.stdin.write('\t');
    await quiet(900);
  }
  // On a busy machine an answer takes its time.
  const plain = () => stripVTControlCharacters(shown).replaceAll(/[\r\b]/g, '');
  for (let tries = 0; tries < 100 && !many.every((word) => plain().includes(word)); tries += 1) await wait(50);
  terminal.kill('SIGKILL');
  return plain();
}

/** Milliseconds from the question of a shell to the answer. */
function answerTime() {
  const before = performance.now();
  spawnSync('quarterday', ['__complete', 'bash', '--', 'quarterday run dorset-ccip-2015-16 --period '], {
    env,
    cwd: work,
  });
  return performance.now() - before;
}

function tell(text) {
  process.stdout.write(`${text}\n`);
}
