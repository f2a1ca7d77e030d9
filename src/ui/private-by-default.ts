import { options } from 'preact';
import { PRIVATE_FIELD } from './private-field';

const EDITABLE = new Set<unknown>(['input', 'select', 'textarea']);

/**
 * Gives every editable element of this page what `PRIVATE_FIELD` says, so that no field can be forgotten. To be called
 * once, before anything is rendered.
 */
export function keepFieldsPrivate(): void {
  const before = options.vnode;
  options.vnode = vnode => {
    const props = vnode.props as Record<string, unknown> | null;
    if (props && (EDITABLE.has(vnode.type) || props.contentEditable)) {
      for (const [name, value] of Object.entries(PRIVATE_FIELD)) props[name] ??= value;
    }
    before?.(vnode);
  };
}
