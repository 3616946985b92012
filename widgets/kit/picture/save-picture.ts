// Fetched when somebody wants a picture.
import type { ReportMeta } from '@qontak/impact-contract';
import { createLang, type Speech } from '#lang';
import { download } from './download.ts';
import { drawPicture } from './draw-picture.ts';
import { pictureFileStrings } from './picture-file-strings.ts';
import { pictureOf, type Told } from './picture-of.ts';

export { drawPicture };

interface Wanted {
  said: Told;
  title: string;
  meta: ReportMeta;
  lang: Speech;
  font: string;
}

export async function savePicture({ said, title, meta, lang, font }: Wanted): Promise<void> {
  const picture = await drawPicture(pictureOf(said, title, meta, lang), font);
  const { t } = createLang(lang.locale, pictureFileStrings, lang.messages);
  download(`${[t('file'), ...wordsOf(title), meta.period.from, meta.period.to].join('-')}.png`, picture);
}

const wordsOf = (title: string): string[] => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
