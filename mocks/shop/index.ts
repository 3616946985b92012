export { HABITS } from './habits.ts';
export type { ShopKind, ShopProfile } from './profile.ts';
export { SAMPLE_PROFILES, sampleShop, SANDBOX_PROFILES } from './samples.ts';
export { simulateChats, simulateShop } from './simulate.ts';
