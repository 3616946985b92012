import { addDays, type LocalDate } from '@qontak/impact-contract';
import { HOUR, MINUTE, startOfDay, weekdayOf } from '../local-time.ts';
import type { ActivityRow, Shop } from '../rows.ts';
import type { Opening } from './chat.ts';
import { type Contact, Contacts } from './contacts.ts';
import { playMatter } from './matter.ts';
import type { ShopProfile } from './profile.ts';
import { Random } from './random.ts';
import { broadcastRow, type ChatRows, rowsOf } from './rows.ts';

/** The export is made in the morning after the last week, broadcasts go out before noon. */
const EXPORT_HOUR = 10;
const BROADCAST_HOUR = 11;

/** All of a shop's chats, in order of their beginning. */
export function simulateShop(profile: ShopProfile): Shop {
  const chats = [...simulateChats(profile)].sort((a, b) => compare(a.room.created_at, b.room.created_at) || compare(a.room.id, b.room.id));
  const rooms = chats.map((chat) => chat.room);
  const activity = chats.map((chat) => chat.activity).filter((row): row is ActivityRow => row !== null);
  const as_of = rooms.reduce<string | null>((newest, { updated_at }) => (newest === null || updated_at > newest ? updated_at : newest), null);
  const { organization, working_hours, cost_assumption } = profile;
  return { organization, rooms, activity, as_of, working_hours, ...(cost_assumption && { cost_assumptions: [cost_assumption] }) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A shop's chats one by one, matter after matter: for shops too large to hold. Only its contacts are kept. */
export function* simulateChats(profile: ShopProfile): Generator<ChatRows, void> {
  const simulation = new Simulation(profile);
  for (let day = 0; day <= profile.weeks * 7; day++) {
    yield* simulation.day(addDays(profile.firstDay, day), day / (profile.weeks * 7));
    if (profile.broadcasts && (day + 1) % profile.broadcasts.everyDays === 0) yield* simulation.broadcast(addDays(profile.firstDay, day));
  }
}

class Simulation {
  readonly #profile: ShopProfile;
  readonly #random: Random;
  readonly #contacts: Contacts;
  readonly #until: number;
  #chats = 0;

  constructor(profile: ShopProfile) {
    this.#profile = profile;
    this.#random = new Random(profile.seed);
    this.#contacts = new Contacts(profile, this.#random);
    this.#until = this.#at(addDays(profile.firstDay, profile.weeks * 7), EXPORT_HOUR * HOUR);
  }

  /** The matters that begin on a day; `progress` says how far the simulated time has come, 0..1. */
  *day(day: LocalDate, progress: number): Generator<ChatRows, void> {
    const { weekdays, mattersPerWeek, growth, topics } = this.#profile;
    const share = weekdays[weekdayOf(day)]! / weekdays.reduce((sum, weight) => sum + weight, 0);
    // busier and quieter days: a tenth up or down
    const matters = this.#random.round(mattersPerWeek * (1 + growth * progress) * share * (0.9 + 0.2 * this.#random.next()));
    for (const opened of Array.from({ length: matters }, () => this.#moment(day)).sort((a, b) => a - b)) {
      const contact = this.#contacts.whoWritesAt(opened);
      yield* this.#play(contact, { opened, topic: this.#random.weighted(topics), broadcastAt: null });
    }
  }

  /** A message to many known customers, some of whom answer within the day. */
  *broadcast(day: LocalDate): Generator<ChatRows, void> {
    const { contacts, answered } = this.#profile.broadcasts!;
    const sent = this.#at(day, BROADCAST_HOUR * HOUR);
    if (sent > this.#until) return;
    for (const contact of this.#contacts.freeAt(sent, contacts)) {
      const opened = sent + this.#random.between(1, 600) * MINUTE;
      if (this.#random.chance(answered)) yield* this.#play(contact, { opened, topic: 'Promo', broadcastAt: sent });
      else yield { room: broadcastRow(this.#nextId(), contact.id, contact.channel, sent, this.#profile), activity: null };
    }
  }

  *#play(contact: Contact, { opened, topic, broadcastAt }: Pick<Opening, 'opened' | 'topic' | 'broadcastAt'>): Generator<ChatRows, void> {
    const opening = { contact: contact.id, channel: contact.channel, topic, opened, broadcastAt, again: false, thanksOnly: false };
    for (const chat of playMatter(opening, this.#profile, this.#random)) {
      contact.freeFrom = chat.closed;
      if (chat.opened <= this.#until) yield rowsOf(chat, this.#nextId(), this.#until, this.#profile, this.#random);
    }
  }

  #moment(day: LocalDate): number {
    return this.#at(day, this.#random.index(this.#profile.hours) * HOUR + this.#random.between(0, 3599) * 1000);
  }

  #at(day: LocalDate, sinceMidnight: number): number {
    return startOfDay(day, this.#profile.organization.time_zone) + sinceMidnight;
  }

  #nextId(): string {
    return `${this.#profile.organization.id.slice(0, 4)}-${String(++this.#chats).padStart(6, '0')}`;
  }
}
