// What may be loaded when, in kilobytes (1000 bytes) as brotli makes them, measured over vite's manifest.
export const budgets = { staff: 190, route: 40, chart: 155, passenger: 40 };
/** What an answer's headers take on the wire, and the files of the passenger's first load beside those of the manifest. */
const headers = 750;
const besides = ['index.html', 'icon.svg'];
/** Not worth a request: build/passenger.mjs takes it out. */
const left = /preload-helper/;

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(6);

/** The files that come with these chunks: their own, their style sheets, and what they import at once. */
export function closure(manifest, keys, also = () => []) {
  const seen = new Set();
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...also(chunk)]) visit(next);
  };
  for (const key of keys) visit(key);
  return files;
}

const sum = (files, sizes) => [...files].reduce((total, file) => total + (sizes.get(file) ?? 0), 0);

/** Lines to print, and those of them that are past their budget. `sizes`: bytes by file, as sent. */
export function measure(manifest, sizes) {
  const lines = [];
  const passed = [];
  const say = (name, bytes, most) => {
    const line = `${kb(bytes)} of ${String(most).padStart(3)} kB  ${name}`;
    lines.push(line);
    if (bytes > most * 1000) passed.push(line);
  };
  const first = closure(manifest, ['staff.html']);
  say('staff, first load', sum(first, sizes) + (sizes.get('staff.html') ?? 0), budgets.staff);
  const passenger = closure(manifest, ['index.html'], (chunk) => chunk.dynamicImports ?? []);
  // Any page of theirs as the first, on the wire with headers: the form is in the first script, looking up comes after it.
  const wire = (also) => {
    const files = [...closure(manifest, ['index.html', ...also])].filter((file) => !left.test(file)).concat(besides);
    return sum(files, sizes) + headers * files.length;
  };
  say('passenger, first load with headers', wire([]), budgets.passenger);
  for (const later of manifest['index.html']?.dynamicImports ?? []) say(`passenger, later: ${later.replace(/^src\//, '')}`, sum([...closure(manifest, [later])].filter((file) => !closure(manifest, ['index.html']).has(file)), sizes), 8);
  const entries = Object.entries(manifest).filter(([, chunk]) => chunk.isDynamicEntry && !passenger.has(chunk.file));
  const charts = new Set(entries.filter(([key]) => /chart/i.test(key)).flatMap(([key]) => [...closure(manifest, [key])]));
  // A dialog that only its page brings comes after that page: what the page has loaded is not loaded again.
  const before = (key) => {
    const parents = Object.keys(manifest).filter((parent) => manifest[parent].dynamicImports?.includes(key));
    if (parents.length === 0 || parents.some((parent) => first.has(manifest[parent].file))) return new Set();
    return parents.map((parent) => closure(manifest, [parent])).reduce((all, one) => new Set([...all].filter((file) => one.has(file))));
  };
  const routes = entries.map(([key]) => {
    const loaded = before(key);
    const own = [...closure(manifest, [key])].filter((file) => !first.has(file) && !loaded.has(file));
    const isChart = /chart/i.test(key);
    return { key, isChart, bytes: sum(isChart ? own : own.filter((file) => !charts.has(file) || manifest[key].file === file), sizes) };
  });
  for (const { key, isChart, bytes } of routes.sort((a, b) => b.bytes - a.bytes)) say(key.replace(/^src\//, ''), bytes, isChart ? budgets.chart : budgets.route);
  return { lines, passed };
}
