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

/** The desk that comes by itself after an install would migrate in its own time, and Firefox installs anew at each start. */
function openNoDesk(): Plugin {
  return {
    name: 'sidelight:no-desk',
    transform: {
      filter: { id: /src\/background\/main\.ts$/ },
      handler(code) {
        const without = code.replace('onFirstInstalled(() => void openDesk());', '');
        if (without === code)
          this.error('The desk is opened in another way than it was: look at `openNoDesk` again.');
        return { code: without, map: null };
      },
    },
  };
}

/** The extension as a later version would be: the same source, and one more version of the database. */
export default async (env: { mode: string; command: 'build' | 'serve' }): Promise<UserConfig> => {
  const own = await (base as (env: { mode: string; command: string }) => UserConfig)(env);
  const plugins = [addNextSchema(), openNoDesk()];
  return mergeConfig(own, { plugins, worker: { plugins: () => [addNextSchema()] } });
};
