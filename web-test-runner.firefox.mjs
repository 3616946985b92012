// The browser tests in Firefox: see scripts/test-firefox.ts.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromium } from './scripts/chromium.ts';
import { showAs } from './test/firefox-window.ts';
import base from './web-test-runner.config.mjs';

// The same fonts, so that texts take the same room. Firefox keeps its pages from reading fonts outside of the system's folders, which is
// the sandbox that is turned off here: what runs are our own tests.
const { env } = await chromium();

// The launcher drives whatever puppeteer does; Firefox it drives by WebDriver BiDi.
const launcher = chromeLauncher({
  puppeteer,
  launchOptions: {
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH,
    headless: true,
    args: ['--remote-allow-system-access'],
    env,
    extraPrefsFirefox: { 'security.sandbox.content.level': 0 },
  },
});
// The command emulateMedia asks this of a page.
const getPage = launcher.getPage.bind(launcher);
launcher.getPage = (id) => {
  const page = getPage(id);
  page.emulateMediaType = (medium) => showAs(page, medium);
  page.emulateMediaFeatures = async ([feature]) => {
    if (feature) throw new Error(`Firefox is not shown here with another ${feature.name}.`);
  };
  return page;
};
// From the last control of a page the Tab key leads to the browser's own, and back only in a new page: in one that is used again no test
// hears of a focus any more.
const stopSession = launcher.stopSession.bind(launcher);
launcher.stopSession = async (id) => {
  const page = launcher.getPage(id);
  const result = await stopSession(id);
  launcher.inactivePages.length = 0;
  await page.close();
  return result;
};

// All stories in one page take it minutes.
export default { ...base, testsFinishTimeout: 900_000, browsers: [launcher] };
