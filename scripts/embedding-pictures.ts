// The pictures of docs/embedding.md: `node scripts/embedding-pictures.ts`. A card in a shell as it comes, in the dark, and in a brand's look.
import { join } from 'node:path';
import { ROOT } from './build/entries.ts';
import { launch, waitForText } from './demo-browser.ts';
import { buildShells } from './shells/build.ts';
import { serveShells } from './shells/server.ts';

const BRAND = {
  '--impact-bg-ai': '#e3f4f6',
  '--impact-chart-ai': '#0b7285',
  '--impact-text-on-ai': '#0b7285',
  '--impact-radius-lg': '0',
} as const;

await buildShells();
const [server, browser] = await Promise.all([serveShells(), launch()]);
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 500, height: 900 });
  await page.goto(`${server.url}vue.html`);
  await waitForText(page, /AI solved/, 'qontak-impact-hero');
  const shoot = async (name: string): Promise<void> => {
    const card = (await page.$('qontak-impact-hero'))!;
    await card.screenshot({ path: join(ROOT, `docs/images/embedding-${name}.png`) });
  };
  await shoot('light');
  await page.select('select[name=theme]', 'dark');
  await shoot('dark');
  await page.select('select[name=theme]', 'light');
  await page.$eval(
    'qontak-impact-hero',
    (card, brand) => {
      for (const [name, value] of Object.entries(brand)) (card as HTMLElement).style.setProperty(name, value);
    },
    BRAND,
  );
  await shoot('brand');
} finally {
  await browser.close();
  await server.close();
}
