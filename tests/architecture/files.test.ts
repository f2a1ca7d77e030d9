import { describe, expect, test } from 'vitest';
import { readSource, type SourceFile } from './source';

const source = readSource();

const VAGUE = [
  'utils',
  'util',
  'helpers',
  'services',
  'managers',
  'common',
  'shared',
  'types',
  'misc',
  'lib',
];
const DOCUMENTED = /^src\/(domain|library|vault|store|app)\//;
const MOST_LINES = 300;

test('no folder or file has a name that could hold anything', () => {
  const vague = source
    .filter(({ path }) => path.split('/').some(part => VAGUE.includes(part.replace(/\.tsx?$/, ''))))
    .map(({ path }) => `${path}: name it after the one idea it holds`);
  expect(vague).toEqual([]);
});

test('modules are kebab-case, components PascalCase', () => {
  const odd = source
    .map(({ path }) => path)
    .filter(path => !/\/([a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?|[A-Z][A-Za-z0-9]*\.tsx)$/.test(path));
  expect(odd).toEqual([]);
});

test(`no file has more than ${MOST_LINES} lines`, () => {
  const long = source
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines: split it by ideas`);
  expect(long).toEqual([]);
});

test('every export below the screens has a doc comment', () => {
  expect(source.filter(({ path }) => DOCUMENTED.test(path)).flatMap(findUndocumented)).toEqual([]);
});

test('nothing is exported by default', () => {
  const files = source.filter(({ text }) => /^export default\b/m.test(text));
  expect(files.map(({ path }) => `${path}: export it by name`)).toEqual([]);
});

/** Types that say nothing of their own: derived from a value that is documented beside them. */
const DERIVED = /^export type \w+ = (\(?typeof|z\.infer|Extract|Exclude|Keyring\[|\w+\[)/;

function findUndocumented({ path, text }: SourceFile): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name =
      /^export (?:async |abstract |declare )*(?:function|class|const|let|interface|type|enum) (\w+)/.exec(
        line,
      )?.[1];
    if (!name || DERIVED.test(line) || lines[index - 1]?.trimEnd().endsWith('*/')) return [];
    return [
      `${path}:${index + 1} exports ${name} without a doc comment: promise its units, shape, errors or source`,
    ];
  });
}

describe('the test itself', () => {
  test.each([
    'export function a() {}',
    'export async function a() {}',
    '// not a doc comment\nexport const a = 1;',
    '/** Of something else. */\n\nexport interface A {}',
    'export type A = string;',
    'export class A {}',
  ])('sees %j', text => {
    expect(findUndocumented({ path: 'src/app/a.ts', text })).toHaveLength(1);
  });

  test.each([
    '/** Minutes. */\nexport const a = 1;',
    '/**\n * Minutes.\n */\nexport function a() {}',
    "export type { A } from './a';",
    'export type A = (typeof ALL)[number];',
    'export type A = z.infer<typeof aSchema>;',
    'const a = 1;',
  ])('lets pass %j', text => {
    expect(findUndocumented({ path: 'src/app/a.ts', text })).toEqual([]);
  });
});
