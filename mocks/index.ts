// The door of the mocks: simulated shops and how they are counted. What needs msw stays outside: #mocks/handlers, #mocks/fetcher, #mocks/browser, #mocks/node.
export * from './reference/index.ts';
export type { ActivityColumn, ActivityRow, CloseRow, IssuedForecast, KeptRevision, Organization, ReturnRuling, RoomRow, Shop, ShopSettings } from './rows.ts';
export * from './shop/index.ts';
