// A customer's matter: the chats from the first question until they stop asking.
import { HOUR, MINUTE } from '../local-time.ts';
import { type Chat, type Opening, playChat } from './chat.ts';
import type { ShopProfile } from './profile.ts';
import type { Random } from './random.ts';

/** Nobody asks more often than this. */
const MOST_CHATS = 4;

/** Plays a matter: a chat, and as long as it is not solved and the customer asks again, another one. */
export function* playMatter(opening: Opening, profile: ShopProfile, random: Random): Generator<Chat, void> {
  let next: Opening | null = opening;
  for (let chats = 0; next && chats < MOST_CHATS; chats++) {
    const chat: Chat = playChat(next, profile, random);
    yield chat;
    next = whatFollows(chat, profile, random);
  }
}

function whatFollows(chat: Chat, { returns, channels }: ShopProfile, random: Random): Opening | null {
  if (chat.thanksOnly) return null;
  const { contact, topic } = chat;
  const channel = random.chance(returns.otherChannel) ? random.weighted(channels) : chat.channel;
  const [wait, soon] = [random.from(returns.hours) * HOUR, random.between(2, 300) * MINUTE];
  const follow = (after: number, again: boolean): Opening => ({
    contact,
    topic,
    again,
    thanksOnly: !again,
    broadcastAt: null,
    channel: again ? channel : chat.channel,
    opened: Math.round((chat.closed + after) / 1000) * 1000,
  });
  if (random.chance(unsolvedShare(chat.course, returns.unsolved))) return random.chance(returns.comesBack) ? follow(wait, true) : null;
  return random.chance(returns.thanks) ? follow(soon, false) : null;
}

/** A team solves more than AI alone; a chat that just ends leaves the most open. */
function unsolvedShare(course: Chat['course'], afterAi: number): number {
  if (course === 'ai_solved') return afterAi;
  return course === 'ended_unclear' ? 0.3 : 0.05;
}
