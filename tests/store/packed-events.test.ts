import { expect, test } from 'vitest';
import { PackedEvents } from '../../src/store/packed-events';

const MIB = 2 ** 20;
const row = (seq: number, size: number) => ({
  session: `session ${seq}`,
  seq,
  box: new Uint8Array(size).fill(seq + 1),
});

test('gives back the rows that went in, larger than a slab too', () => {
  const rows = [row(0, 3), row(1, MIB), row(2, 5 * MIB), row(3, 0), row(4, MIB)];
  const packed = new PackedEvents();
  for (const each of rows) packed.add(each);
  expect(packed.length).toBe(5);
  for (let at = 0; at < 5; at += 1) {
    const [given] = packed.slice(at, at + 1);
    expect({ ...given, box: null }).toEqual({ ...rows[at], box: null });
    expect(
      indexedDB.cmp(given?.box as Uint8Array<ArrayBuffer>, rows[at]?.box as Uint8Array<ArrayBuffer>),
    ).toBe(0);
  }
});

test('keeps every row that may still be asked for, and none of the slabs before it', () => {
  const packed = new PackedEvents();
  for (let seq = 0; seq < 10; seq += 1) packed.add(row(seq, 1.5 * MIB));
  for (let before = 0; before < 10; before += 1) {
    packed.forget(before);
    const left = packed.slice(before, 10);
    expect(left.map(({ box }) => [box.length, box[0], box.at(-1)])).toEqual(
      left.map(({ seq }) => [1.5 * MIB, seq + 1, seq + 1]),
    );
  }
  expect(packed.slice(0, 2).every(({ box }) => box.length === 0)).toBe(true);
  packed.forget(10);
  expect(packed.slice(9, 10)[0]?.box.length).toBe(0);
});
