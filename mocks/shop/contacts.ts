import type { ShopProfile } from './profile.ts';
import type { Random } from './random.ts';

/** A customer, and until when their last matter keeps them busy: nobody has two matters at a time. */
export interface Contact {
  id: string;
  channel: string;
  freeFrom: number;
}

/** The customers of a shop, known ones and new ones. */
export class Contacts {
  readonly #known: Contact[] = [];
  readonly #profile: ShopProfile;
  readonly #random: Random;

  constructor(profile: ShopProfile, random: Random) {
    this.#profile = profile;
    this.#random = random;
  }

  /** Who writes at that moment: somebody known who has no other matter open, or somebody new. */
  whoWritesAt(moment: number): Contact {
    const known = this.#random.chance(this.#profile.repeatContacts) ? this.#random.one(this.#known) : undefined;
    return known && known.freeFrom < moment ? known : this.#add();
  }

  /** Some of the known ones that are free; a broadcast goes to them. */
  freeAt(moment: number, atMost: number): Contact[] {
    const chosen = Array.from({ length: atMost }, () => this.#random.one(this.#known));
    return [...new Set(chosen)].filter((contact) => contact && contact.freeFrom < moment);
  }

  #add(): Contact {
    const contact = { id: `contact-${this.#known.length + 1}`, channel: this.#random.weighted(this.#profile.channels), freeFrom: 0 };
    this.#known.push(contact);
    return contact;
  }
}
