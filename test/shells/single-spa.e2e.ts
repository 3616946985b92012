import { testShell } from './test-shell.ts';

testShell('single-spa');
