import type { Story } from '#kit';

export interface StoryGroup {
  /** The widget's tag. */
  tag: string;
  stories: { id: string; story: Story }[];
}

const modules = import.meta.glob<Record<string, unknown>>('../widgets/**/*.story.ts', { eager: true });
// Registers every widget, those too that no report shows yet.
import.meta.glob('../widgets/*/index.ts', { eager: true });

/** A story's place in the page's address: `hero-too-few-chats`. */
const idOf = ({ tag, name }: Story): string =>
  `${tag.replace('qontak-impact-', '')}-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;

const isStory = (value: unknown): value is Story => typeof value === 'object' && value !== null && 'tag' in value && 'settings' in value;

/** Every story of every widget, grouped by the element that shows it. A new story file is found by itself. */
export function storyGroups(): StoryGroup[] {
  const stories = Object.values(modules)
    .flatMap((module) => Object.values(module).flat())
    .filter(isStory);
  return [...Map.groupBy(stories, ({ tag }) => tag)].map(([tag, its]) => ({ tag, stories: its.map((story) => ({ id: idOf(story), story })) }));
}
