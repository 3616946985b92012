import * as z from 'zod/mini';

/** PUT /v1/chats/{id}/return-ruling: `different_matter: false` takes it back. */
export const ReturnRulingInput = z.strictObject({ different_matter: z.boolean() });
export type ReturnRulingInput = z.infer<typeof ReturnRulingInput>;
