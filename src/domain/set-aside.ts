/** The name a setting that cannot be read is kept under once it is set aside, where `number` counts from 1. */
export function asideName(setting: string, number: number): string {
  return `${setting}.set-aside-${number}`;
}

/** Whether a record is a setting that was set aside. */
export function isSetAside({ table, id }: { readonly table: string; readonly id: string }): boolean {
  return table === 'settings' && /\.set-aside-[1-9]\d*$/.test(id);
}
