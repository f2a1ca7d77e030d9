import { expect, onTestFinished, test } from 'vitest';
import { listCopies } from '../../src/store/copies';
import { openDatabase } from '../../src/store/database';
import { getStoredVersion, listDatabases, SCRATCH_NAMES } from '../../src/store/installed';
import { SCHEMA } from '../../src/store/schema';
import { answer, dumpRaw } from '../fixtures/raw-database';
import { replace } from '../fixtures/watched-writes';

/**
 * The browser tells of no database, as Firefox does beside a file it died over, until `name` was looked at. From then on it
 * tells of those that were only looked at as well.
 */
function tellsOfNoneUntilOpened(name: string): void {
  let isOpened = false;
  replace(
    IDBFactory.prototype,
    'open',
    original =>
      function (this: IDBFactory, ...args: Parameters<IDBFactory['open']>) {
        isOpened ||= args[0] === name;
        return original.apply(this, args);
      },
  );
  replace(
    IDBFactory.prototype,
    'databases',
    original =>
      function (this: IDBFactory) {
        if (isOpened)
          return original
            .apply(this)
            .then(those => [...those, { name: 'sidelight-practice-before-1', version: 0 }]);
        return Promise.reject(new DOMException('Unrelated to the database itself.', 'UnknownError'));
      },
  );
}

test.each(['sidelight', SCRATCH_NAMES.at(-1) as string])(
  'an empty file where %s was begun hides no database and leaves none behind',
  async begun => {
    const whole = await openDatabase('sidelight-practice');
    onTestFinished(() => answer(indexedDB.deleteDatabase('sidelight-practice')).then(() => {}));
    await whole.settings.add({ id: 'kept', box: new Uint8Array([1, 2, 3]) });
    whole.close();
    const [before, rows] = [await listDatabases(), await dumpRaw('sidelight-practice')];

    tellsOfNoneUntilOpened(begun);
    expect(await getStoredVersion('sidelight-practice')).toBe(SCHEMA.at(-1)?.version);
    expect(await listDatabases()).toEqual(before);
    expect(await listCopies('sidelight-practice')).toEqual([]);
    expect(await getStoredVersion('sidelight-practice-before-1')).toBe(null);
    expect(await dumpRaw('sidelight-practice')).toEqual(rows);
  },
);

test('a browser that tells of none for another reason is not believed to have none', async () => {
  tellsOfNoneUntilOpened('a name of nobody');
  await expect(listDatabases()).rejects.toThrow('Unrelated');
});
