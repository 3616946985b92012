import type { HeroValue } from '@qontak/impact-contract';
import { wholeOf } from '#lang';

/** The chats on which AI is judged, in three kinds that add up. */
export interface Parts {
  solved: number;
  came_back: number;
  rest: number;
}

/** The kinds as real chats. */
export const chatsOf = ({ net, gap, gross }: HeroValue): Parts => ({ solved: net.count, came_back: gap.count, rest: gross.of - gross.count });

/**
 * The kinds of every 100 chats. The gap is the difference of the two rounded figures, not a rounded figure of its own: what stands
 * side by side has to add up on the screen.
 */
export function hundredOf({ net, gross }: HeroValue): Parts {
  const solved = wholeOf(net.count, net.of);
  const looked_solved = wholeOf(gross.count, gross.of);
  return { solved, came_back: looked_solved - solved, rest: 100 - looked_solved };
}
