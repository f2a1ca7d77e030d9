import { mergeConfig, type Plugin, type UserConfig } from 'vite';
import base from '../../../../vite.config';

/** What the released schema is followed by, in a build that only tests see. It touches every record and keeps each. */
const NEXT = `
SCHEMA.push({
  version: latestOf(SCHEMA) + 1,
  stores: { sessions: '++n,&id,kept', added: 'id' },
  upgrade: async transaction => {
    for (const table of ['sessions', 'events', 'clients'])
      await transaction.table(table).toCollection().modify({ kept: 1 });
    await transaction.table('added').add({ id: 'added' });
  },
});
`;

function addNextSchema(): Plugin {
  return {
    name: 'sidelight:next-schema',
    transform: {
      filter: { id: /src\/store\/schema\.ts$/ },
      handler: code => ({ code: code + NEXT, map: null }),
    },
  };
}

/** The extension as a later version would be: the same source, and one more version of the database. */
export default async (env: { mode: string; command: 'build' | 'serve' }): Promise<UserConfig> => {
  const own = await (base as (env: { mode: string; command: string }) => UserConfig)(env);
  const plugins = [addNextSchema()];
  return mergeConfig(own, { plugins, worker: { plugins: () => [addNextSchema()] } });
};
