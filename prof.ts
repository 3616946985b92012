import puppeteer from 'puppeteer-core';
import { chromium } from './scripts/chromium.ts';
import { build, mergeConfig } from 'vite';
import { shipped } from './vite.config.ts';
import { serve } from './bench/widgets/serve.ts';
import { reports } from './bench/widgets/reports.ts';
import { watch } from './bench/widgets/probe.ts';
import { PAGES } from './bench/widgets/pages.ts';
const name = process.argv[2] ?? 'ours';
const minify = process.argv[3] === 'min';
await build({ configFile: false, ...mergeConfig(shipped, { root: `/tmp/wt/widgets/bench/widgets/${name}`, base: './', publicDir: false, logLevel: 'warn', build: { outDir: `/tmp/prof/${name}`, emptyOutDir: true, minify: minify ? 'oxc' : false, modulePreload: { polyfill: false } } }) });
const s = await serve('/tmp/prof', reports().first);
const l = await chromium(); const b = await puppeteer.launch({ ...l, args: [...l.args, '--lang=id-ID'] });
const ctx = await b.createBrowserContext();
const p = await ctx.newPage(); await p.setViewport({ width: 1280, height: 3200 });
const c = await p.createCDPSession();
await c.send('Emulation.setCPUThrottlingRate', { rate: 4 });
const marks = PAGES.find((x) => x.name === name)!;
await p.evaluateOnNewDocument(watch, { hero: marks.hero, charts: marks.charts });
await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval', { interval: 200 }); await c.send('Profiler.start');
await p.tracing.start({ path: '/tmp/prof/trace.json', categories: ['devtools.timeline', 'v8.execute', 'blink.user_timing', 'disabled-by-default-v8.compile', 'v8'] });
await p.goto(`${s.origin}/${name}/`);
await p.waitForFunction(() => bench.seen.hero !== null && !bench.seen.charts.includes(null), { polling: 200 });
const seen = await p.evaluate(() => bench.seen);
await p.tracing.stop();
const { profile } = await c.send('Profiler.stop');
console.log(seen);
// time by top-level function
const byId = new Map(profile.nodes.map((n) => [n.id, n]));
const self = new Map<number, number>();
profile.samples!.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + profile.timeDeltas![i]! / 1000));
const total = new Map<number, number>();
const parent = new Map<number, number>(); for (const n of profile.nodes) for (const ch of n.children ?? []) parent.set(ch, n.id);
const key = (n: any) => `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}`;
const agg = new Map<string, number>(); const inc = new Map<string, number>();
for (const n of profile.nodes) {
  const t = self.get(n.id) ?? 0; if (!t) continue;
  agg.set(key(n), (agg.get(key(n)) ?? 0) + t);
  const seenKeys = new Set<string>(); let id: number | undefined = n.id;
  while (id !== undefined) { const k = key(byId.get(id)); if (!seenKeys.has(k)) { seenKeys.add(k); inc.set(k, (inc.get(k) ?? 0) + t); } id = parent.get(id); }
}
const top = (m: Map<string, number>, n: number) => [...m].sort((a, b2) => b2[1] - a[1]).slice(0, n).map(([k, v]) => `${v.toFixed(1).padStart(8)} ${k}`).join('\n');
console.log('SELF\n' + top(agg, 25)); console.log('INCLUSIVE\n' + top(inc, 70));
await b.close(); s.close();
