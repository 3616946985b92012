import type { JudgedEpisode } from './outcomes.ts';

/** The organization's channels, most used first; equally used ones by name. */
export function channelsOf(chats: readonly JudgedEpisode[]): string[] {
  const byChannel = [...Map.groupBy(chats, (chat) => chat.channel)].map(([channel, its]) => ({ channel, used: its.length }));
  return byChannel.sort((a, b) => b.used - a.used || (a.channel < b.channel ? -1 : 1)).map(({ channel }) => channel);
}
