import * as z from 'zod/mini';
import { Change } from './cost-assumption.ts';
import { pageOf } from './setting-history.ts';

/** GET /v1/return-rulings/history: which later chats were called a different matter than the chat, before and after; none: an empty list. */
export const ReturnRulingHistory = pageOf(z.object({ id: z.string(), ...Change.shape, before: z.array(z.string()), after: z.array(z.string()) }));
export type ReturnRulingHistory = z.infer<typeof ReturnRulingHistory>;
