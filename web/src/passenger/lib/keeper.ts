// What is kept on this device until it has been sent: the draft and the parcels, in IndexedDB; in memory where the browser allows none.

export interface Shelf<T extends { id: string }> {
  /** Survives a closed page. */
  readonly lasting: boolean;
  all(): Promise<T[]>;
  put(item: T): Promise<void>;
  remove(id: string): Promise<void>;
}

export function memoryShelf<T extends { id: string }>(): Shelf<T> {
  const items = new Map<string, T>();
  return {
    lasting: false,
    all: async () => [...items.values()],
    put: async (item) => void items.set(item.id, item),
    remove: async (id) => void items.delete(id),
  };
}

function keptShelf<T extends { id: string }>(base: IDBDatabase, name: string): Shelf<T> {
  /** Resolves when it is safely written, not only asked for. */
  const within = <R>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<R>) => new Promise<R>((done, failed) => {
    const transaction = base.transaction(name, mode);
    const request = ask(transaction.objectStore(name));
    transaction.commit(); // now, so that it outlives a page that is being closed
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = failed;
  });
  return {
    lasting: true,
    all: () => within('readonly', (store) => store.getAll() as IDBRequest<T[]>),
    put: async (item) => void (await within('readwrite', (store) => store.put(item))),
    remove: (id) => within('readwrite', (store) => store.delete(id)),
  };
}

const base = () => new Promise<IDBDatabase | null>((done) => {
  const none = () => done(null);
  try {
    const request = indexedDB.open('hearline-passenger', 1);
    request.onupgradeneeded = () => ['draft', 'parcels'].forEach((name) => request.result.createObjectStore(name, { keyPath: 'id' }));
    request.onsuccess = () => done(request.result);
    request.onerror = request.onblocked = none;
  } catch {
    none(); // forbidden, as in some private windows
  }
});

export async function shelf<T extends { id: string }>(name: 'draft' | 'parcels'): Promise<Shelf<T>> {
  const found = await base();
  return found ? keptShelf(found, name) : memoryShelf();
}

/** One item that is written before the call returns: a page that is going away may not live to see the shelf's answer. */
export const note = {
  read<T>(name: string): T | null {
    try {
      return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
    } catch {
      return null; // forbidden, or not ours
    }
  },
  write(name: string, item: unknown): void {
    try {
      if (item) localStorage.setItem(name, JSON.stringify(item));
      else localStorage.removeItem(name);
    } catch {
      /* the shelf has it a moment later */
    }
  },
};
