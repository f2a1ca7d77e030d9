import { expect, test } from 'vitest';
import { getSetting, putSetting, SITES_SETTING } from '../../src/app/here';
import { changeSites } from '../../src/app/sites';
import { withoutSite, withSite } from '../../src/domain/site';
import { anOpenVault } from '../fixtures/an-open-vault';

test('two changes at once both land', async () => {
  const { vault } = await anOpenVault();
  const [one, two] = ['one.example', 'two.example'].map(host => ({ host, path: '' })) as [
    { host: string; path: string },
    { host: string; path: string },
  ];
  await putSetting(vault, SITES_SETTING, [one]);
  await Promise.all([
    changeSites(vault, known => withSite(known, two)),
    changeSites(vault, known => withoutSite(known, one)),
  ]);
  expect(await getSetting(vault, SITES_SETTING)).toEqual([two]);
});
