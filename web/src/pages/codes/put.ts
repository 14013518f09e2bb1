// Types and causes are changed in the same way, at two addresses.
import { api, ask, type Schemas } from '@/shared/api/client';
import type { Entry, Tree } from './entries';

export function putEntry(tree: Tree, code: string, body: Schemas['EntryBody'], header: { 'If-Match'?: string }): Promise<Entry> {
  const params = { path: { code }, header };
  return tree === 'types' ? ask(api.PUT('/api/v1/types/{code}', { params, body })) : ask(api.PUT('/api/v1/causes/{code}', { params, body }));
}
