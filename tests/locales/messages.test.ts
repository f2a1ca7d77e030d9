import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile, readSource, withoutComments } from '../architecture/source';

interface Message {
  readonly message: string;
  readonly description?: string;
}

function readMessages(language: string): Record<string, Message> {
  return JSON.parse(readFile(`public/_locales/${language}/messages.json`)) as Record<string, Message>;
}

const messages = readMessages('en');
const keys = Object.keys(messages);
const manifest = readFile('manifest.json');
const code = readSource().map(({ path, text }) => ({ path, text: withoutComments(text) }));
const quoted = new Set(
  code.flatMap(({ text }) => [...text.matchAll(/(['"`])(\w+)\1/g)].map(match => match[2] ?? '')),
);
const inManifest = new Set([...manifest.matchAll(/__MSG_(\w+)__/g)].map(match => match[1] ?? ''));

/** How many `$1`, `$2` … a text has; -1 when one of them is left out. */
function countPlaces(message: string): number {
  const places = [...new Set([...message.matchAll(/\$(\d)/g)].map(match => Number(match[1])))].sort();
  return places.every((place, index) => place === index + 1) ? places.length : -1;
}

test('there are texts to look at', () => {
  expect(keys.length).toBeGreaterThan(3);
  expect(quoted.size).toBeGreaterThan(50);
});

test('every text is used, by its key in quotes or by the manifest', () => {
  expect(keys.filter(key => !quoted.has(key) && !inManifest.has(key))).toEqual([]);
});

test('every text the screens or the manifest ask for is there', () => {
  const asked = code.flatMap(({ path, text }) =>
    [...text.matchAll(/\bt\(\s*(['"`])(\w+)\1/g)].map(match => ({ path, key: match[2] ?? '' })),
  );
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter(({ key }) => !(key in messages))).toEqual([]);
  expect([...inManifest].filter(key => !(key in messages))).toEqual([]);
});

test('a text asked for by its key gets as many fills as it has places', () => {
  const wrong = code.flatMap(({ path, text }) =>
    [...text.matchAll(/\bt\(\s*'(\w+)'(?<fills>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)].flatMap(match => {
      const message = messages[match[1] ?? '']?.message;
      if (message === undefined) return [];
      const fills = splitArguments(match.groups?.fills ?? '');
      return fills.some(fill => fill.startsWith('...')) || fills.length === countPlaces(message)
        ? []
        : [`${path}: ${match[1]} has ${countPlaces(message)} places and gets ${fills.length} fills`];
    }),
  );
  expect(wrong).toEqual([]);
});

describe.each(readdirSync(join(import.meta.dirname, '../../public/_locales')))('in %s', language => {
  const texts = readMessages(language);

  test('the same keys are there as in English, with the same places', () => {
    const shape = (all: Record<string, Message>) =>
      Object.fromEntries(Object.entries(all).map(([key, { message }]) => [key, countPlaces(message)]));
    expect(shape(texts)).toEqual(shape(messages));
  });

  test.each(Object.entries(texts))('%s is a text fit to be read', (_, { message }) => {
    expect(message.trim()).toBe(message);
    expect(message).not.toBe('');
    expect(countPlaces(message)).toBeGreaterThanOrEqual(0);
    expect(message).not.toMatch(/HIPAA|compliant|complian|guarantee|certified|100 ?%/i);
    expect(message).not.toMatch(/[!¡]/);
    // An accessible name that outside checks know in this spelling.
    const asRead = message.replaceAll("Can't tell", '');
    expect(asRead).not.toMatch(/ {2}|\.\.\.|'|"|<|>/);
    expect(message).not.toMatch(/\b(user|patient|tool tip|data ?base|score|streak|performance)\b/i);
  });
});

/** The arguments after the first, as far as commas at the top level tell them apart. */
function splitArguments(rest: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const character of rest) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts
    .slice(1)
    .map(part => part.trim())
    .filter(Boolean);
}
