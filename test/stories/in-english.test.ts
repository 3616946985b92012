import { testStories } from './each.ts';

testStories('en');
