import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type ExportOf, exportSchema, toExportJson } from '../../src/domain/export-format';
import { aHostileSession, FREE_TEXTS, HOSTILE_TEXTS } from '../fixtures/hostile-texts';

const OF: ExportOf = { kind: 'period', from: '2026-01-01', to: '2026-12-31' };
const stories = HOSTILE_TEXTS.map(aHostileSession);
const document = JSON.parse(
  toExportJson(
    OF,
    [
      ...stories.map(story => ({ session: story.told(), log: story.log(), damaged: [] })),
      { session: null, log: [], damaged: [0, 3] },
    ],
    '2026-03-04',
    'Keep apart.',
  ),
);

describe('the export for other programs', () => {
  it('is described by the schema file, which is the schema itself; after a change, write it anew with vitest -u', async () => {
    const { $schema, ...rest } = z.toJSONSchema(exportSchema) as Record<string, unknown>;
    const title = 'A Sidelight export, version 1';
    const description = 'What each field means is told in export-format.md. Generated from export-format.ts.';
    const text = JSON.stringify({ $schema, title, description, ...rest }, null, 2);
    await expect(`${text}\n`).toMatchFileSnapshot('../../src/domain/export-format.schema.json');
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(text));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  it('begins with the notice, and holds every text as it was typed', () => {
    expect(Object.keys(document)[0]).toBe('notice');
    for (const [index, text] of HOSTILE_TEXTS.entries()) {
      const told = JSON.stringify(document.sessions[index].told);
      expect(told.split(JSON.stringify(text))).toHaveLength(FREE_TEXTS + 1);
      expect(document.sessions[index].log).toEqual(stories[index]?.log());
    }
  });

  it('tells what was rated, a moment by its place among the moments', () => {
    expect(document.sessions[0].told.audit).toEqual({
      ratings: { 'own-my-part': { rating: 2, evidence: { line: HOSTILE_TEXTS[0] } } },
      keep: HOSTILE_TEXTS[0],
      try: HOSTILE_TEXTS[0],
      audited: '2026-03-05',
      second: [
        {
          by: HOSTILE_TEXTS[0],
          day: '2026-03-20',
          ratings: { 'own-my-part': 'cant-tell', 'agree-a-goal': 0 },
          comments: [{ moment: 0, text: HOSTILE_TEXTS[0] }],
        },
      ],
    });
  });

  it('tells what became of a promise, the answers, how it felt, and what was added', () => {
    expect(document.sessions[0].told).toMatchObject({
      state: 'signed-off',
      answers: { 'own-my-part': 'partly' },
      felt: { goal: null, task: null, bond: 'apart' },
      followUps: [
        { kind: 'repair', closed: null },
        { kind: 'promise', closed: { how: 'kept', day: '2026-03-11' } },
      ],
      signedOff: '2026-03-05',
      amendments: [{ day: '2026-03-12' }],
    });
    expect(document.sessions.at(-1)).toEqual({ told: null, log: [], unreadable: [0, 3] });
  });
});
