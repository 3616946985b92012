// The browser tests in Firefox: see scripts/test-firefox.ts.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import base from './web-test-runner.config.mjs';

export default {
  ...base,
  // The launcher drives whatever puppeteer does; Firefox it drives by WebDriver BiDi.
  browsers: [chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath: process.env.FIREFOX_PATH, headless: true } })],
};
