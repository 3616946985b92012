import type { ReportMeta } from '@qontak/impact-contract';
import { createLang, type Speech } from '#lang';
import { aboutText } from '../about.ts';
import { cleanText } from '../clean-text.ts';
import { windowText } from '../window-text.ts';
import type { Block, Picture } from './picture.ts';
import { pictureFileStrings } from './picture-file-strings.ts';

/** What a widget puts on its picture; the rest is the same on all. */
export interface Told {
  blocks: readonly Block[];
  rough?: boolean;
}

/** A card out of its page: so it says itself of which business, days and method it speaks. */
export function pictureOf({ blocks, rough = false }: Told, title: string, meta: ReportMeta, { locale, messages }: Speech): Picture {
  const { t, periods } = createLang(locale, pictureFileStrings, messages);
  const { as_of, organization, source } = meta;
  const how = t('how', { window: windowText(meta, { locale, messages }) });
  return {
    title,
    under: [cleanText(organization.name), ...aboutText(meta, { locale, messages }, { rough })].join(' · '),
    sample: source === 'sample' ? t('sample') : null,
    blocks,
    how: as_of === null ? how : `${how} ${t('as_of', { moment: periods.moment(as_of, organization.time_zone) })}`,
  };
}
