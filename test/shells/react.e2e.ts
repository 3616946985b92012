import { testShell } from './test-shell.ts';

testShell('React');
