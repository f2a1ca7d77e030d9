import { describe, expect, test } from 'vitest';
import {
  isOnScreen,
  placesToTry,
  rememberPlace,
  type StripPlace,
  usualPlace,
} from '../../src/domain/strip-place';

const laptop = { left: 0, top: 25, width: 1440, height: 875 };
const second = { left: 1440, top: 0, width: 1920, height: 1080 };
const at = (left: number, top: number) => ({ left, top, width: 640, height: 140 });

describe('where the strip opens', () => {
  test('for the first time at the top in the middle, under the camera', () => {
    expect(placesToTry([], laptop)).toEqual([{ left: 400, top: 25, width: 640, height: 110 }]);
  });

  test('where it lay last, then where it lay last on this screen, then under the camera', () => {
    const places: StripPlace[] = [
      { screen: second, window: at(2000, 0) },
      { screen: laptop, window: at(300, 25) },
    ];
    expect(placesToTry(places, laptop)).toEqual([at(2000, 0), at(300, 25), usualPlace(laptop)]);
    expect(placesToTry(places, second)).toEqual([at(2000, 0), usualPlace(second)]);
  });

  test('is remembered once for each screen, the latest first', () => {
    const one = rememberPlace([], { screen: laptop, window: at(1, 30) });
    const two = rememberPlace(one, { screen: second, window: at(2000, 0) });
    const three = rememberPlace(two, { screen: { ...laptop }, window: at(9, 30) });
    expect(three.map(({ window }) => window.left)).toEqual([9, 2000]);
  });

  test('is never wider than a screen that is smaller than it', () => {
    expect(usualPlace({ left: 0, top: 0, width: 500, height: 400 }).left).toBe(0);
  });
});

describe('a window', () => {
  test.each([
    [at(0, 25), true],
    [at(1000, 25), true],
    [at(1200, 25), false],
    [at(-400, 25), false],
    [at(2000, 0), false],
    [at(400, -140), false],
    [at(400, 950), false],
  ])('at %o is in sight: %s', (window, isSeen) => {
    expect(isOnScreen(window, laptop)).toBe(isSeen);
  });
});
