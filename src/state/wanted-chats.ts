import type { ChatsQuery, Connection } from '#data';

/** Which chats an element wants to show, and for whom. */
export interface WantedChats {
  query: ChatsQuery;
  /** Null: there is no way to the service. */
  connection: Connection | null;
  /** Of the report that shows the figure. */
  organization: string;
}

/** Another way to the service, or another organization on the same way, is another reader. */
export const isSameReader = (one: WantedChats, other: WantedChats | null): boolean =>
  one.connection === other?.connection && one.organization === other.organization;

export const isSame = (one: WantedChats | null, other: WantedChats | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    isSameReader(one, other) &&
    (['figure', 'place', 'from', 'to', 'channel'] as const).every((name) => one.query[name] === other.query[name]));
