// Writes docs/ai-activity-logs.schema.json from the metric catalogue: `node scripts/telemetry.ts`.
import { writeFileSync } from 'node:fs';
import { activityLogSchema } from '@qontak/impact-contract/telemetry';

export const DOCUMENT = 'docs/ai-activity-logs.schema.json';

export const telemetry = (): string => `${JSON.stringify(activityLogSchema(), null, 2)}\n`;

if (import.meta.main) writeFileSync(DOCUMENT, telemetry());
