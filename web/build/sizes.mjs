// Prints what of web/dist is loaded when, as brotli makes it, and fails past the budget: `npm run build && npm run sizes`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { measure } from './budgets.mjs';

const dist = process.env.HEARLINE_WEB_OUT ?? 'dist';
const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
const sizes = new Map(files.map((file) => [file, brotliCompressSync(readFileSync(join(dist, file))).length]));
const { lines, passed } = measure(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')), sizes);
console.log(lines.join('\n'));
process.exitCode = passed.length > 0 ? 1 : 0;
