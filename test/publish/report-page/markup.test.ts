import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/domain/words/words.ts';
import { htmlOf, jsonInPage, tag, textOf } from '../../../src/publish/report-page/markup.ts';

describe('markup', () => {
  it('makes text of texts, in elements and in attributes', () => {
    const made = tag('td', { class: 'n', title: `"><img onerror='x'>`, hidden: null }, '<b>&', tag('br', {}));
    expect(htmlOf(plainWords, made)).toBe(
      '<td class="n" title="&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;">&lt;b&gt;&amp;<br></td>',
    );
    expect(textOf(plainWords, made)).toBe('<b>&');
  });

  it('spells out what cannot be seen', () => {
    expect(htmlOf(plainWords, tag('p', {}, 'a\u202Eb'))).toBe('<p>a\\u{202E}b</p>');
  });

  it('ends no script by what stands in its JSON', () => {
    const data = { name: '</script><!--' };
    expect(jsonInPage(JSON.stringify(data))).not.toContain('<');
    expect(JSON.parse(jsonInPage(JSON.stringify(data)))).toEqual(data);
  });
});
