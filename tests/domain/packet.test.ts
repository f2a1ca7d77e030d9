import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fillPacket, hasChangedSince, layPacketSession, textsOf } from '../../src/domain/fill-packet';
import {
  canonicalJson,
  type Packet,
  packetSchema,
  parsePacket,
  parseReturned,
  returnedSchema,
} from '../../src/domain/packet';
import { type ASession, aSession } from '../fixtures/a-session';

const story = aSession()
  .started({ intention: 'slow', day: '2026-03-04' })
  .ticked('agree-a-goal', 3)
  .missed('own-my-part', 9)
  .marked('strain', 17)
  .worded(3, 'the move', 18)
  .noted('Heron came late.', 20)
  .ended(48)
  .happened(
    { type: 'rated', minute: 0, behaviour: 'agree-a-goal', rating: 2, evidence: { line: 'shown' } },
    { type: 'answered', minute: 0, behaviour: 'agree-a-goal', answer: 'partly' },
    { type: 'reflection-written', minute: 0, text: 'Slower.' },
  );
const key = (number: number) => `key-${String(number).padStart(8, '0')}`;
const chosen = (stories: readonly ASession[], withTexts = false) =>
  stories.map((one, index) => ({
    key: key(index),
    session: one.told(),
    texts: withTexts ? textsOf(one.told()) : null,
  }));
const packetOf = (stories: readonly ASession[], withTexts = false) =>
  fillPacket('packet-1', { id: 'trust-essentials', version: 1 }, chosen(stories, withTexts), '2026-11-24');
const packet = packetOf([story]);
const returned = {
  format: 'sidelight-ratings',
  version: 1,
  packet: 'packet-1',
  digest: 'a'.repeat(64),
  by: 'Ruth',
  sessions: [
    {
      key: key(0),
      ratings: { 'agree-a-goal': 2, 'own-my-part': 'not-called-for' },
      comments: [{ moment: 0, text: 'Here.' }],
    },
  ],
};

describe('a packet', () => {
  it('says what was marked and when, and nothing of client, day, ratings, answers or free text', () => {
    expect(packet.sessions).toEqual([
      {
        key: key(0),
        number: 1,
        client: 'A',
        year: 2026,
        planned: 50,
        minutes: 48,
        phases: [
          { phase: 'opening', from: 0 },
          { phase: 'working', from: 8 },
          { phase: 'closing', from: 40 },
        ],
        marks: [
          { behaviour: 'agree-a-goal', is: 'ticked', minute: 3 },
          { behaviour: 'own-my-part', is: 'missed', minute: 9 },
        ],
        moments: [{ kind: 'strain', minute: 17 }],
      },
    ]);
    expect(JSON.stringify(packet)).not.toMatch(/Heron|2026-|rat|partly|shown|slow|late|move/i);
    expect(parsePacket(packet)).toEqual(packet);
  });

  it('has free text only as it was given along', () => {
    expect(packetOf([story], true).sessions[0]).toMatchObject({
      moments: [{ words: 'the move' }],
      note: 'Heron came late.',
      reflection: 'Slower.',
    });
  });

  it('numbers each client’s sessions by day, and gives clients letters in that order', () => {
    const at = (day: string, client: string | null) => aSession().started({ day, client }).ended(50);
    const mixed = packetOf([
      at('2026-03-09', 'Wren'),
      at('2026-03-02', 'Heron'),
      at('2026-03-05', null),
      at('2025-12-30', 'Wren'),
    ]);
    expect(mixed.sessions.map(({ client, number, year }) => [client, number, year])).toEqual([
      ['A', 1, 2025],
      ['B', 1, 2026],
      [null, 1, 2026],
      ['A', 2, 2026],
    ]);
  });

  it('of five hundred sessions of as many clients is a packet, of one more it is not', () => {
    const many = Array.from({ length: 501 }, (_, index) =>
      aSession()
        .started({ client: `C${index}` })
        .ended(50),
    );
    const whole = packetOf(many.slice(0, 500));
    expect(parsePacket(whole)).toEqual(whole);
    expect(new Set(whole.sessions.map(({ client }) => client)).size).toBe(500);
    expect(parsePacket(packetOf(many))).toMatchObject({ refused: 'bad-contents' });
  });

  it('can be laid along its minutes again', () => {
    const { entries, length } = layPacketSession(packet.sessions[0] as Packet['sessions'][number]);
    expect(length).toBe(48);
    expect(entries.map(({ is, minute }) => `${minute} ${is}`)).toEqual([
      '0 phase',
      '3 ticked',
      '8 phase',
      '9 missed',
      '17 moment',
      '40 phase',
      '48 ended',
    ]);
  });
});

describe('what is read', () => {
  it.each([
    ['no object', 'text', 'no-packet'],
    ['something else', { format: 'sidelight-backup', version: 1 }, 'no-packet'],
    ['ratings', returned, 'is-ratings'],
    ['a newer version', { ...packet, version: 2 }, 'newer-version'],
    ['an older version', { ...packet, version: 0 }, 'older-version'],
    ['a field too many', { ...packet, ratings: {} }, 'bad-contents'],
    ['no session', { ...packet, sessions: [] }, 'bad-contents'],
    ['one session twice', { ...packet, sessions: [...packet.sessions, ...packet.sessions] }, 'bad-contents'],
    [
      'a mark after the end',
      { ...packet, sessions: [{ ...packet.sessions[0], minutes: 2 }] },
      'bad-contents',
    ],
  ])('as a packet is not %s', (_, value, refused) => {
    expect(parsePacket(value)).toMatchObject({ refused });
  });

  it.each([4, -1, 1.5, '2', null, 'done'])('as a rating is not %j', rating => {
    const [session] = returned.sessions;
    const other = { ...returned, sessions: [{ ...session, ratings: { 'agree-a-goal': rating } }] };
    expect(parseReturned(other)).toMatchObject({ refused: 'bad-contents' });
  });

  it('as ratings is what was given back, and no packet', () => {
    expect(parseReturned(returned)).toEqual(returned);
    expect(parseReturned(packet)).toEqual({ refused: 'is-packet' });
    expect(parseReturned({ ...returned, version: 3 })).toEqual({ refused: 'newer-version' });
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value, whatever the order of its fields, and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('a session after it was packed', () => {
  const { length } = story.log();
  it('has changed when it was amended or written on, not when it was rated, answered or signed off', () => {
    const signed = story.happened(
      { type: 'rated', minute: 0, behaviour: 'own-my-part', rating: 1, evidence: null },
      { type: 'signed-off', minute: 0, day: '2026-03-05' },
    );
    expect(hasChangedSince(signed.log(), length)).toBe(false);
    const amended = signed.happened({ type: 'amended', minute: 0, day: '2026-03-06', reason: '', text: 'x' });
    expect(hasChangedSince(amended.log(), length)).toBe(true);
  });
});

describe('the schema file', () => {
  it('is the schema itself; after a change, write it anew with vitest -u', async () => {
    const anyOf = [packetSchema, returnedSchema].map(schema => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema) as Record<string, unknown>;
      return rest;
    });
    const text = JSON.stringify(
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'A Sidelight packet, or the ratings that come back, version 1',
        description: 'What each field means is told in packet-format.md. Generated from packet.ts.',
        anyOf,
      },
      null,
      2,
    );
    await expect(`${text}\n`).toMatchFileSnapshot('../../src/domain/packet-format.schema.json');
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(text));
    expect([packet, packetOf([story], true), returned].map(document => validate(document))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).reverse();
  return Object.fromEntries(fields.map(([name, inner]) => [name, reversed(inner)]));
}
