import { expect, test } from 'vitest';
import { fillTemplate } from '../../src/domain/template';

const FACTS = { day: 'Mar 4, 2026', code: '$& {day}', minute: 12 };

test('fills in what it knows and leaves the rest as it was typed', () => {
  expect(fillTemplate('{day}, {code}, {minute} min. {minute}? {other} {Day} $1', FACTS)).toBe(
    'Mar 4, 2026, $& {day}, 12 min. 12? {other} {Day} $1',
  );
});

test('leaves the place of a minute that nobody knows', () => {
  expect(fillTemplate('{minute} {code}', { ...FACTS, minute: null })).toBe('{minute} $& {day}');
});
