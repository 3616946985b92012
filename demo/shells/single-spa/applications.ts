// The applications of this shell. Two of them have a parcel of ours in them, which lives and goes with its application.
import type { LifeCycles } from 'single-spa';
import { drawChart } from '../host/libraries.ts';
import { main } from '../host/frame.ts';
import { showBlank, showParcel } from './parcel.ts';

interface Page {
  /** Draws the page and gives what takes away what would stay behind. */
  show: () => (() => unknown) | void;
}

/** What single-spa asks of an application. */
function application({ show }: Page): LifeCycles {
  let leave: ReturnType<Page['show']>;
  return {
    bootstrap: async () => undefined,
    mount: async () => {
      leave = show();
    },
    unmount: async () => {
      await leave?.();
      main().replaceChildren();
    },
  };
}

export const impact = application({ show: () => showParcel(main(), 'report') });

/** Without the report: what the shell takes by itself, for tests to compare with. */
export const blank = application({ show: () => showBlank(main()) });

export const inbox = application({
  show: () => {
    const title = document.createElement('h1');
    title.textContent = 'Inbox';
    const chat = document.createElement('p');
    chat.textContent = `Chat ${new URLSearchParams(location.hash.split('?')[1]).get('chat') ?? 'none'}`;
    main().append(title, chat);
  },
});

export const signedOut = application({ show: () => main().append('You are signed out.') });

export const home = application({
  show: () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 240 });
    const place = document.createElement('div');
    main().append(canvas, place);
    const [takeChart, takeCard] = [drawChart(canvas), showParcel(place, 'turns')];
    return async () => {
      takeChart();
      await takeCard();
    };
  },
});
