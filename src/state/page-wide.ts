import { complain } from '#data';
import { pageChanged } from './page.ts';
import type { Settings } from './settings.ts';
import { isSetting, valueOf } from './values.ts';

/** What can be set for the whole page. Not a report: whose it is has to stand where it is shown. */
export type PageWide = Partial<
  Pick<Settings, 'src' | 'org' | 'period' | 'from' | 'to' | 'channel' | 'locale' | 'theme' | 'tokenProvider' | 'fetcher' | 'messages' | 'features' | 'readonly'>
>;

/** Settings of one place. */
const HERE_ALONE = ['data', 'headingLevel', 'view', 'compare'];

let pageWide: PageWide = {};

/**
 * Sets what every element of this page takes where it, and the report or provider above it, is told nothing. Each call replaces the one
 * before; elements that stand already follow. Two copies of the library on one page have one each.
 */
export function configure(settings: PageWide): void {
  pageWide = {};
  for (const [name, value] of Object.entries(settings)) {
    if (!isSetting(name) || HERE_ALONE.includes(name)) complain('IMPACT-007', `${name} of configure()`);
    else Object.assign(pageWide, { [name]: valueOf(name, value, 'configure()') });
  }
  pageChanged();
}

export const pageWideSettings = (): PageWide => pageWide;

/** What a report is asked for by. */
export type ReportSettings = Pick<Settings, 'src' | 'org' | 'period' | 'from' | 'to' | 'channel' | 'tokenProvider' | 'fetcher' | 'data'>;

/** What an element is to show: by its own settings, and by those of the page where it has none. */
export function reportSettings(own: Settings): ReportSettings {
  const { period, from, to } = own.period || own.from || own.to ? own : pageWide;
  return {
    src: own.src || pageWide.src,
    org: own.org || pageWide.org,
    period,
    from,
    to,
    channel: own.channel || pageWide.channel,
    data: own.data,
    ...wayOf(own),
  };
}

/**
 * How the element reaches the service. The page's own way is for the page's own service: markup alone that names another address must not
 * get the page's token sent there.
 */
function wayOf({ src, tokenProvider, fetcher }: Settings): Pick<Settings, 'tokenProvider' | 'fetcher'> {
  const isPages = !src || originOf(src) === originOf(pageWide.src);
  return { tokenProvider: tokenProvider ?? (isPages ? pageWide.tokenProvider : undefined), fetcher: fetcher ?? (isPages ? pageWide.fetcher : undefined) };
}

const originOf = (src: string | undefined): string | undefined => (src ? URL.parse(src, document.baseURI)?.origin : undefined);
