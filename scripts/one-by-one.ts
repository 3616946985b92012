// The output of steps that run side by side, told one after the other: of the first as it comes, of the others once those before them have ended.

export interface Voice {
  say: (text: string) => void;
  end: () => void;
}

interface Told {
  text: string;
  ended: boolean;
}

export class OneByOne {
  readonly #write: (text: string) => void;
  /** Those that have begun, but for those that are told to the end. */
  readonly #all: Told[] = [];

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  begin(title: string): Voice {
    const told: Told = { text: '', ended: false };
    const say = (text: string): void => {
      if (told === this.#all[0]) this.#write(text);
      else told.text += text;
    };
    this.#all.push(told);
    say(`${title}\n`);
    return {
      say,
      end: () => {
        told.ended = true;
        while (this.#all[0]?.ended === true) this.#next();
      },
    };
  }

  #next(): void {
    this.#all.shift();
    this.#write(this.#all[0]?.text ?? '');
  }
}
