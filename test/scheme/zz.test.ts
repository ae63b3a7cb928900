import { it } from 'vitest';
import { readScheme } from '../../src/scheme/read.ts';
import { smallScheme } from './small-scheme.ts';
it('x', { timeout: 300000 }, () => {
  const n = 4_000_000;
  const fill = (s: string) => s.repeat(Math.floor(n / s.length));
  const cases: Record<string, string> = {
    brackets: fill('[]'), trailing: `[${fill('[1,],')}1]`, comments: fill('/**/'), dup: `{${fill('"a":1,')}"a":1}`,
    keys: `{${Array.from({length: 200000}, (_, i) => `"k${i}":1`).join(',')}}`, commas: fill(','), strings: fill('"a'), spaces: `[${fill('[1, ],')}]`,
    open: fill('{"a":['), periods: smallScheme().replace('"periods": [', `"periods": [${fill('{},')}`), comps: smallScheme().replace('"components": [', `"components": [${fill('{},')}`),
    manyPeriods: smallScheme().replace('"periods": [', `"periods": [${Array.from({length: 20000}, (_, i) => `{"id":"p${i}","title":"x","start":"2020-04-01","end":"2020-04-01","clause":"1"}`).join(',')},`),
    manyConds: smallScheme().replace('"conditions": [', `"conditions": [${fill('{"periods":"every","needs":["x"],"clause":"1"},')}`),
    manyDup: smallScheme().replace('"evidence": [', `"evidence": [${fill('{"id":"plan","title":"x","clause":"1"},')}`),
    ws: smallScheme() + fill(' '),
  };
  for (const [k, t] of Object.entries(cases)) { const a = performance.now(); let r; try { r = readScheme(t, 'x').findings.length } catch (e) { r = String(e).slice(0,200) } console.log(k, t.length, r, Math.round(performance.now()-a)); }
});
