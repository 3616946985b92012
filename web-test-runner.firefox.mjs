// The browser tests in Firefox: see scripts/test-firefox.ts.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromium } from './scripts/chromium.ts';
import base from './web-test-runner.config.mjs';

// The same fonts, so that texts take the same room. Firefox keeps its pages from reading fonts outside of the system's folders, which is
// the sandbox that is turned off here: what runs are our own tests.
const { env } = await chromium();

export default {
  ...base,
  // The launcher drives whatever puppeteer does; Firefox it drives by WebDriver BiDi.
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH,
        headless: true,
        env,
        extraPrefsFirefox: { 'security.sandbox.content.level': 0 },
      },
    }),
  ],
};
