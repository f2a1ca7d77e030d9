/** A file for people to read, block by block. Every text in it is plain and may hold anything that can be typed. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** Words as the therapist typed them, line breaks and spaces included. */
  | { readonly is: 'as-typed'; readonly text: string };

/**
 * The file as a web page that stands alone. Whatever the texts hold stays text: they are escaped, and the page forbids
 * itself scripts, pictures and every connection.
 */
export function toHtml(title: string, language: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...blocks.map(blockToHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}' +
  '.as-typed{white-space:pre-wrap;border-left:3px solid;padding-left:1rem}';

function blockToHtml(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level} dir="auto">${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p dir="auto">${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map(item => `<li dir="auto">${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'as-typed':
      return `<p class="as-typed" dir="auto">${escapeHtml(block.text)}</p>`;
  }
}

/** The file as CommonMark. Whatever the texts hold stays text, also in readers with tables, links or formulas. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockToMarkdown).join('\n\n')}\n`;
}

function blockToMarkdown(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${onOneLine(block.text)}`;
    case 'paragraph':
      return onOneLine(block.text);
    case 'list':
      return block.items.map(item => `- ${onOneLine(item)}`).join('\n');
    case 'as-typed':
      // A backslash at the end of a line keeps the line break; an empty line is a new paragraph by itself.
      return linesOf(block.text)
        .map((line, index, lines) => {
          const hasNext = line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '';
          return `> ${escapeMarkdown(line)}${hasNext ? '\\' : ''}`.trimEnd();
        })
        .join('\n');
  }
}

/** Text that HTML shows as it is, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** Where a mark means something to Markdown, or to readers that also know tables, formulas, bare links or small pictures. */
const MEANT = new RegExp(
  [
    '[\\\\`*_{}[\\]<|~$^@#]',
    // A mark or a dash made of two.
    '--+|==+|\\+\\++',
    // A list, a quotation, a line below a heading, a note in a frame.
    '(?<=^\\s*)[-+>=:!]',
    // `1.`, and for some readers `a)`, `(1)` and `iv.`
    '(?<=^\\s*\\(?(?:\\p{L}|[ivxlcdmIVXLCDM]+|\\d+))[.)]',
    // An entity, `:smile:` and `https:`, `//host` and `example.com`; a time of day and a number with a point are none.
    '\\/(?=\\/)',
    '&(?=[#\\p{L}])',
    '(?<!\\d):(?=\\S)|:(?=[^\\s\\d])',
    '(?<=[^\\s.\\d])\\.(?=[\\p{L}\\p{N}])|(?<=\\d)\\.(?=\\p{L})',
  ].join('|'),
  'gu',
);

/**
 * One line of text that Markdown shows as it is: a mark gets a backslash where it would mean something, and white space that
 * would make a code block or vanish at the ends becomes no-break space.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(MEANT, marks => marks.replace(/./g, '\\$&'))
    .replace(/^\s+|\s+$/gu, space => '\u00a0'.repeat(space.length));
}

function onOneLine(text: string): string {
  return escapeMarkdown(linesOf(text).join(' '));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u);
}
