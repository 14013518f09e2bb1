// Makes what the program carries out of what vite has built: every file compressed beforehand, one table of them in C++, and the sizes,
// which fail the build when they pass their budget.
//   node pack.mjs FOLDER    reads FOLDER/dist, writes FOLDER/packed and FOLDER/web_files.cpp
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { closure, measure } from './budgets.mjs';

const folder = resolve(process.argv[2] ?? '.');
const dist = join(folder, 'dist');
const packed = join(folder, 'packed');
const smallest = promisify(brotliCompress);
const smaller = promisify(gzip);

const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
  .filter((path) => !path.startsWith('.vite/'))
  .sort((a, b) => (a < b ? -1 : 1));

rmSync(packed, { recursive: true, force: true });
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** The worker of enrolled devices is told what the on-site page consists of, under a name that changes with it. */
function fillWorker() {
  const parts = [...closure(manifest, ['staff.html', 'src/pages/intake/OnSite.vue', 'src/pages/login/Login.vue'])].sort();
  const version = createHash('sha256').update(readFileSync(join(dist, 'staff.html'))).update(parts.join('\n')).digest('hex').slice(0, 12);
  const path = join(dist, 'offline.js');
  const code = readFileSync(path, 'utf8');
  if (!code.includes('__HEARLINE_FILES__')) throw new Error('offline.js has no place for its files');
  writeFileSync(path, code.replace('__HEARLINE_FILES__', [version, ...parts.map((part) => `/${part}`), '/icon.svg'].join(' ')));
}
fillWorker();

/** Compresses one file both ways; what does not become smaller is left out. */
async function pack(path) {
  const content = readFileSync(join(dist, path));
  const br = await smallest(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  const gz = await smaller(content, { level: 9 });
  const file = { path, plain: join(dist, path), size: content.length, brotli: content.length, digest: createHash('sha256').update(content).digest('hex').slice(0, 20) };
  mkdirSync(dirname(join(packed, path)), { recursive: true });
  for (const [ending, bytes] of [['br', br], ['gz', gz]]) {
    if (bytes.length >= content.length) continue;
    file[ending] = join(packed, `${path}.${ending}`);
    writeFileSync(file[ending], bytes);
    if (ending === 'br') file.brotli = bytes.length;
  }
  return file;
}

/** The table, whose bytes the assembler takes from the files: size costs no compile time. */
function table(files) {
  let code = '// Made by web/build/pack.mjs.\n#include "http/web_files.hpp"\n';
  let count = 0;
  const bytes = (path) => {
    if (!path) return '{}';
    const name = `hl_w${count++}`;
    code += `__asm__(".section .rodata\\n.balign 16\\n${name}:\\n.incbin \\"${path}\\"\\n${name}_end:\\n.byte 0\\n.previous\\n");\n`;
    code += `extern "C" { extern char const ${name}[]; extern char const ${name}_end[]; }\n`;
    return `{${name}, static_cast<std::size_t>(${name}_end - ${name})}`;
  };
  const rows = files.map((file) => `    {"${file.path}", ${bytes(file.plain)}, ${bytes(file.br)}, ${bytes(file.gz)}, "${file.digest}"},\n`);
  code += `namespace hearline::http {\nnamespace {\nWebFile const rows[] = {\n${rows.join('')}};\n}\nstd::span<WebFile const> web_files() { return rows; }\n}\n`;
  return code;
}

const files = await Promise.all(paths.map(pack));
const report = measure(manifest, new Map(files.map((file) => [file.path, file.brotli])));
for (const line of report.lines) console.log(line);
if (report.passed.length > 0) {
  for (const line of report.passed) console.error(`too large: ${line}`);
  process.exit(1);
}
writeFileSync(join(folder, 'web_files.cpp'), table(files));
