// Pictures of the program on a real terminal, to be looked at: npm run bundle && node test/make/terminal-pictures.js FOLDER [GROUP…]
// Each state of `terminal-states.js` is run in tmux at 80 and at 200 columns, with colours, and drawn by Chromium on a dark and on a light
// background. Needs tmux and Chromium. Nothing holds the pictures: what is mended after a look at them gets a test of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { states } from './terminal-states.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [out = '', ...groups] = process.argv.slice(2);
if (out === '') throw new Error('say where the pictures go: node test/make/terminal-pictures.js FOLDER [GROUP…]');
const pictures = resolve(out);
mkdirSync(pictures, { recursive: true });

/** As a common terminal has them: ground, text, and the colours by their numbers. */
const grounds = {
  dark: { ground: '#171421', text: '#d0cfcc', 31: '#c01c28', 32: '#26a269', 33: '#a2734c', 36: '#2aa1b3' },
  light: { ground: '#ffffff', text: '#171421', 31: '#c01c28', 32: '#26a269', 33: '#a2734c', 36: '#2aa1b3' },
};
const linesOfSheet = 75;

const executablePath = ['/usr/bin/chromium', process.env.CHROMIUM ?? ''].find((path) => existsSync(path));
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const browser = await chromium.launch({ executablePath, args });
for (const columns of [80, 200]) await draw(columns, shownAt(columns));
await browser.close();

/** What stands on a terminal of so many columns after each line, with its marks. */
function shownAt(columns) {
  const folder = madeFolder();
  const socket = join(folder, 'tmux');
  const tmux = (...words) => execFileSync('tmux', ['-f', '/dev/null', '-S', socket, ...words], { encoding: 'utf8' });
  tmux('new-session', '-d', '-s', 'pictures', '-x', String(columns), '-y', '50', 'sleep 100000');
  tmux('set-option', '-g', 'history-limit', '20000');
  tmux('set-option', '-g', 'status', 'off');
  const shown = [];
  for (const [group, line] of states) {
    const script = join(folder, 'line.sh');
    const command = line.replaceAll(/\bquarterday /g, `'${process.execPath}' '${root}dist/main.js' `);
    writeFileSync(
      script,
      `cd '${join(folder, 'work')}'\n${line === 'quarterday' ? `'${process.execPath}' '${root}dist/main.js'` : command}\ntmux -S '${socket}' wait-for -S done\nsleep 1000\n`,
    );
    tmux('new-window', '-t', 'pictures', `sh '${script}'`);
    tmux('wait-for', 'done');
    const text = tmux('capture-pane', '-e', '-p', '-S', '-').trimEnd();
    tmux('kill-window');
    if (group !== null && (groups.length === 0 || groups.includes(group))) shown.push({ group, line, text });
  }
  tmux('kill-server');
  rmSync(folder, { recursive: true, force: true });
  return shown;
}

/** A folder in which every line can be given: fixtures, and some that were spoilt. */
function madeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-terminal-'));
  const work = join(folder, 'work');
  const dorset = join(root, 'fixtures', 'dorset-ccip-2015-16');
  cpSync(dorset, join(work, 'q2'), { recursive: true });
  for (const name of ['year', 'errors']) cpSync(join(root, 'fixtures', name), join(work, name), { recursive: true });
  cpSync(join(root, 'schemes'), join(work, 'schemes'), { recursive: true });
  for (const name of ['spoilt', 'names']) cpSync(join(dorset, 'data'), join(work, name), { recursive: true });
  const edit = (path, ...changes) => {
    const text = readFileSync(join(work, path), 'utf8');
    writeFileSync(
      join(work, path),
      changes.reduce((so, [from, to]) => so.replace(from, to), text),
    );
  };
  edit('spoilt/practices.csv', [/^(Z10002),[^,\n]*/m, '$1,Sandpit Surgery'], [/^Z10004/m, 'Z1OOO4']);
  edit('spoilt/list-sizes.csv', [/\d{4,}\r?\n/g, '5;000\n']);
  edit('spoilt/claims.csv', [/2015-0/g, '31/0'], [/^practice_code/m, 'practice']);
  edit('spoilt/decisions.csv', [/^Z/gm, 'X']);
  edit('names/practices.csv', [/^(Z10005),[^,\n]*/m, '$1,林醫生 Sandpit 🏥 Surge\u0301ry']);
  edit('year/plans.json', [/"id"/, '"id"']);
  writeFileSync(join(work, 'spoilt.json'), '{ "id": "x", "title": 5,\n "terms": {},\n "components": [] }\n');
  const job = JSON.parse(readFileSync(join(work, 'year/q1/job.json'), 'utf8'));
  job.defaults.out = 'bad-runs';
  job.runs = [
    { scheme: 'year/engagement.json', data: 'spoilt' },
    { scheme: 'year/nothing.json', data: 'x' },
  ];
  writeFileSync(join(work, 'job-bad.json'), JSON.stringify(job));
  const past = join(root, 'fixtures/past-runs');
  const [run] = readdirSync(past).filter((name) => name.startsWith('cambridgeshire'));
  cpSync(join(past, run), join(work, 'altered'), { recursive: true });
  edit('altered/payments.csv', [/(\d)\.(\d\d)/, '$1.99']);
  cpSync(join(root, 'fixtures/errors/ledger-difference/data'), join(work, 'altered-ledger'), { recursive: true });
  return folder;
}

/** Sheets of so many lines at the most, a longer state on several. */
async function draw(columns, shown) {
  const sheets = new Map();
  for (const { group, line, text } of shown) {
    const lines = [`\u001b[7m$ ${line}\u001b[0m`, ...text.split('\n'), ''];
    const of = sheets.get(group) ?? [[]];
    sheets.set(group, of);
    while (lines.length > 0) {
      const room = linesOfSheet - of.at(-1).length;
      if (room < Math.min(lines.length, 25)) of.push([]);
      else of.at(-1).push(...lines.splice(0, room));
    }
  }
  for (const [ground, palette] of Object.entries(grounds)) {
    const page = await browser.newPage({ viewport: { width: columns * 8 + 20, height: 400 } });
    for (const [group, of] of sheets)
      for (const [index, lines] of of.entries()) {
        await page.setContent(html(lines, palette, columns));
        await page.screenshot({
          path: join(pictures, `${group}-${columns}-${ground}-${index + 1}.png`),
          fullPage: true,
        });
      }
    await page.close();
  }
}

function html(lines, palette, columns) {
  const style = `margin:0;padding:6px 10px;background:${palette.ground};color:${palette.text};font:13px/17px 'DejaVu Sans Mono'`;
  const marks = new Set();
  return `<body style="${style}"><pre style="margin:0;font:inherit;width:${columns}ch;border-right:1px dotted gray">${lines.map((line) => htmlLine(line, palette, marks)).join('\n')}</pre>`;
}

/** The marks of one line as spans; they hold on in the next. */
function htmlLine(line, palette, marks) {
  const [start, ...marked] = line.split('\u001b[');
  const marksBefore = [...marks];
  const spans = marked.map((part) => {
    const [, codes, text] = /^([\d;]*)m(.*)$/.exec(part);
    for (const code of codes.split(';').map(Number)) {
      for (const mark of marks) if (endedBy(code, mark)) marks.delete(mark);
      if (![0, 22, 24, 39, 49].includes(code)) marks.add(code);
    }
    return spanOf(text, marks, palette);
  });
  return spanOf(start, marksBefore, palette) + spans.join('');
}

/** Whether a mark is over where another code comes: all of them, what is bold or underlined, a colour. */
function endedBy(code, mark) {
  const isColour = mark >= 30 && mark < 40;
  return code === 0 || (code === 22 && mark < 3) || (code === 24 && mark === 4) || (code === 39 && isColour);
}

function spanOf(text, marks, palette) {
  const style = [...marks].map((code) => styleOf(code, palette)).join(';');
  return text === '' ? '' : `<span style="${style}">${escaped(text)}</span>`;
}

function escaped(text) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function styleOf(code, palette) {
  if (code === 1) return 'font-weight:bold';
  if (code === 2) return 'opacity:.5';
  if (code === 4) return 'text-decoration:underline';
  if (code === 7) return 'background:#8886';
  const colour = palette[code];
  return colour === undefined ? 'outline:2px solid magenta' : `color:${colour}`;
}
