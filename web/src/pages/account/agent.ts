// A browser's long name as people know it: `Chrome · Windows`.
const browsers: [RegExp, string][] = [[/MicroMessenger/, 'WeChat'], [/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\/|FxiOS/, 'Firefox'], [/(Chrome|Chromium|CriOS)\//, 'Chrome'], [/Safari\//, 'Safari'], [/^curl\//, 'curl']];
const systems: [RegExp, string][] = [[/Windows/, 'Windows'], [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Mac OS X|Macintosh/, 'macOS'], [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/Linux/, 'Linux']];
const first = (list: [RegExp, string][], text: string): string | undefined => list.find(([pattern]) => pattern.test(text))?.[1];

export function agentName(agent: string, unknown: string): string {
  const [browser, system] = [first(browsers, agent), first(systems, agent)];
  return [browser ?? unknown, system].filter(Boolean).join(' · ');
}
