import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

let vault: typeof import('./vault');
beforeEach(async () => {
  vi.resetModules();
  localStorage.clear();
  vault = await import('./vault');
  await vault.emptyVault();
});

/** All bytes that lie in the base, as text. */
async function raw(): Promise<string> {
  const base = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open('hearline-device');
    asked.onsuccess = () => done(asked.result);
  });
  const rows = await new Promise<unknown[]>((done) => {
    const asked = base.transaction('sealed').objectStore('sealed').getAll();
    asked.onsuccess = () => done(asked.result as unknown[]);
  });
  base.close();
  const texts: string[] = [];
  const read = (value: unknown): void => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) texts.push(new TextDecoder().decode(value as ArrayBuffer));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
    else texts.push(String(value));
  };
  read(rows);
  return texts.join(' ');
}

describe('what a device keeps', () => {
  it('comes back as it was, its files too', async () => {
    await vault.seal('parcel', 'a', { content: '站台积水' }, [new Blob(['photo'])]);
    const [found] = await vault.openAll<{ content: string }>('parcel');
    expect([found?.name, found?.value, found?.files.map((file) => new TextDecoder().decode(file))]).toEqual(['a', { content: '站台积水' }, ['photo']]);
  });
  it('cannot be read by looking at it', async () => {
    await vault.seal('parcel', 'a', { content: '站台积水', phone: '13800138000' }, [new Blob(['photo'])]);
    expect(await raw()).not.toMatch(/积水|13800138000|photo/);
  });
  it('is replaced under the same name, and told apart by kind', async () => {
    await vault.seal('draft', 'a', 1);
    await vault.seal('draft', 'a', 2);
    await vault.seal('parcel', 'a', 3);
    expect((await vault.openAll('draft')).map((one) => one.value)).toEqual([2]);
    await vault.unseal('draft', 'a');
    expect([(await vault.openAll('draft')).length, (await vault.openAll('parcel')).length]).toEqual([0, 1]);
  });
  it('opens after the page was loaded anew, though two windows made the key at once', async () => {
    await Promise.all([vault.seal('parcel', 'a', 1), vault.seal('parcel', 'b', 2)]);
    vi.resetModules();
    const again = await import('./vault');
    expect((await again.openAll('parcel')).map((one) => one.value)).toEqual([1, 2]);
  });
  it('is gone when the device forgets, and what was sealed under a lost key is left alone', async () => {
    await vault.seal('parcel', 'a', 1);
    const base = await new Promise<IDBDatabase>((done) => {
      const asked = indexedDB.open('hearline-device');
      asked.onsuccess = () => done(asked.result);
    });
    await new Promise((done) => (base.transaction('keys', 'readwrite').objectStore('keys').clear().onsuccess = done));
    base.close();
    expect(await vault.openAll('parcel')).toEqual([]);
    expect(await raw()).not.toBe('');
    await vault.emptyVault();
    expect(await raw()).toBe('');
  });
  it('is kept on enrolled devices only', () => {
    expect(vault.enrolled.value).toBe(false);
    vault.setEnrolled(true);
    expect([vault.enrolled.value, localStorage.getItem('hearline.device')]).toEqual([true, 'on']);
    vault.setEnrolled(false);
    expect(localStorage.getItem('hearline.device')).toBeNull();
  });
});
