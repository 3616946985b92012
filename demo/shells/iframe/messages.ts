// What the shell and the frame say to each other, over a port that only they have.

import type { ElementName } from '@qontak/impact-report';

/** The shell to the frame, first and at every change. */
interface Settings {
  kind: 'settings';
  /** What the frame shows; it stays the same. */
  element: ElementName;
  organization: string;
  locale: string;
  theme: string;
}

/** The frame to the shell: what it may not ask for itself. */
export interface Question {
  kind: 'question';
  id: number;
  /** Whose report is asked for, as the frame was told. */
  organization: string;
  /** From the shell's own origin on. */
  path: string;
  method: string;
  headers: [name: string, value: string][];
  body: string | null;
}

/** Nobody waits for the answer any more. */
interface Withdrawal {
  kind: 'withdrawal';
  id: number;
}

export interface Answer {
  kind: 'answer';
  id: number;
  /** 0: there was none. */
  status: number;
  headers: [name: string, value: string][];
  body: string;
}

interface Height {
  kind: 'height';
  pixels: number;
}

interface Navigation {
  kind: 'navigation';
  chat: string;
}

export type FromShell = Settings | Answer;
export type FromFrame = Question | Withdrawal | Height | Navigation;
