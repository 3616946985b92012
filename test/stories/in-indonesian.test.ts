import { testStories } from './each.ts';

testStories('id');
