import { cleanText } from './clean-text.ts';

const NAMES: Readonly<Record<string, string>> = {
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  facebook: 'Facebook',
  messenger: 'Messenger',
  telegram: 'Telegram',
  line: 'LINE',
  webchat: 'Web chat',
  web_chat: 'Web chat',
  livechat: 'Live chat',
  email: 'Email',
  tokopedia: 'Tokopedia',
  shopee: 'Shopee',
};

/** A channel as people call it; one that we don't know keeps the name that the data give it, as far as a page can show it. */
export const channelName = (channel: string): string => (Object.hasOwn(NAMES, channel.toLowerCase()) ? NAMES[channel.toLowerCase()]! : cleanText(channel));
