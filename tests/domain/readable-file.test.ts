import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { type Block, escapeHtml, escapeMarkdown, toHtml, toMarkdown } from '../../src/domain/readable-file';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  `"><svg onload='alert(1)'>`,
  '</title></style><iframe srcdoc="x">',
  '&lt;b&gt; &amp; &#60;',
  '<!-- --><![CDATA[ ]]>',
  '# a heading',
  '---\ntitle: front matter\n---',
  '[a link](javascript:alert(1))',
  '![a picture](https://example.com/x.png)',
  '<https://example.com> and https://example.com and www.example.com and me@example.com',
  '[ref]: https://example.com',
  '* one\n+ two\n- three\n1. four\n2) five',
  '| a | b |\n|---|---|\n| c | d |',
  '    code\n\tmore code',
  '```\nfenced\n```\n~~~\nfenced\n~~~',
  '> a quotation',
  'Title\n=====\n\nTitle\n-----',
  '$x^2$ and `code` and **bold** and __bold__ and ~~gone~~ and ==mark==',
  ':smile: and [^1] and [x] task',
  'a line that ends in a backslash \\\nand the next',
  'two spaces  \nat the end',
];
const words = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...`\\<>&"'\`*_{}[]()#+-.!|~=:@$^/ \n\t1aivw`), maxLength: 40 }),
);

const blocksOf = (text: string): Block[] => [
  { is: 'heading', level: 2, text },
  { is: 'paragraph', text },
  { is: 'list', items: [text, text] },
  { is: 'as-typed', text },
];

describe('HTML', () => {
  test('shows any text as it is: reading the entities back gives the text', () => {
    fc.assert(
      fc.property(words, text => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(text);
        expect(escaped.replace(/&#\d+;/g, '')).not.toContain('&');
      }),
    );
  });

  test('has no tag and no attribute but its own, whatever the texts hold', () => {
    const bare = toHtml('', 'en', blocksOf('')).match(/<[^>]*>/g);
    fc.assert(
      fc.property(words, text => {
        expect(toHtml(text, 'en', blocksOf(text)).match(/<[^>]*>/g)).toEqual(bare);
      }),
    );
  });

  test('forbids itself scripts and every connection', () => {
    expect(toHtml('A title', 'en', [])).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
  });
});

describe('Markdown', () => {
  const reader = new MarkdownIt({ html: true, linkify: true });
  const OWN = reader.render(toMarkdown(blocksOf('a'))).match(/<[^>]*>/g);
  /** What a reader shows, white space of all kinds taken for one space. */
  const shown = (html: string) =>
    html
      .replace(/<[^>]*>/g, '\n')
      .replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name as 'amp'])
      .replace(/\s+/gu, ' ')
      .trim();
  // A reader takes this one out of the text, and half a pair it replaces.
  const readable = words.map(text => text.replaceAll('\0', '').toWellFormed());

  test('is shown as it was typed, with nothing made of it', () => {
    fc.assert(
      fc.property(readable, text => {
        const html = reader.render(toMarkdown(blocksOf(text)));
        const tags = (html.match(/<[^>]*>/g) ?? []).filter(tag => !/^<\/?(br|p|blockquote)>$/.test(tag));
        expect(tags).toEqual(OWN?.filter(tag => !/^<\/?(p|blockquote)>$/.test(tag)));
        const once = shown(`<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
        expect(shown(html)).toBe(Array(5).fill(once).join(' ').trim());
      }),
      { numRuns: 1_000 },
    );
  });

  test('gives the text back without its backslashes', () => {
    fc.assert(
      fc.property(words, text => {
        const line = text.replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ' ');
        const read = escapeMarkdown(line).replace(/\\([^A-Za-z0-9\s])/g, '$1');
        expect(read.replace(/\s/gu, ' ')).toBe(line.replace(/\s/gu, ' '));
      }),
    );
  });

  test('has only its own lines: a heading, a paragraph, items and a quotation', () => {
    fc.assert(
      fc.property(words, text => {
        const lines = toMarkdown(blocksOf(text)).trimEnd().split('\n');
        expect(lines[0]).toMatch(/^## /);
        for (const line of lines) {
          const own = line.replace(/^(## |- |> ?)/, '');
          // What is left begins with no mark that could begin a block, and with no space that could make code.
          expect(own).not.toMatch(/^([ \t]{4}|\t|[#>+*\-=`~|:!]|\(?(\d+|\p{L}|[ivx]+)[.)])/iu);
          expect(own.replace(/\\[^A-Za-z0-9\s]/g, '').replace(/\\$/, '')).not.toMatch(/[\\`*_{}[\]<|~$^@#]/);
        }
      }),
    );
  });

  test.each([
    ['Process note. Keep apart from the record.', 'Process note. Keep apart from the record.'],
    ['2026-01-03, 10:30, 3.5 (or so) - and so on...', '2026-01-03, 10:30, 3.5 (or so) - and so on...'],
    ['They said: "slower!" -> I asked', 'They said: "slower!" -> I asked'],
    ['1. one', '1\\. one'],
    ['(a) goal, (b) task', '(a\\) goal, (b) task'],
    ['iv. four', 'iv\\. four'],
    ['!!! note', '\\!!! note'],
    ['//localhost and and/or', '\\//localhost and and/or'],
    ['- one', '\\- one'],
    ['see www.example.com or https://example.com', 'see www\\.example\\.com or https\\:\\//example\\.com'],
    [':smile: &amp; &#60; me@here', '\\:smile: \\&amp; \\&\\#60; me\\@here'],
    ['==mark== ++new++ a--b', '\\=\\=mark\\=\\= \\+\\+new\\+\\+ a\\-\\-b'],
  ])('leaves plain words plain: %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('keeps line breaks and empty lines of what was typed', () => {
    expect(toMarkdown([{ is: 'as-typed', text: 'one\ntwo\n\nthree' }])).toBe('> one\\\n> two\n>\n> three\n');
  });
});
