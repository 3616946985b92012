import { openApiDocument } from '@qontak/impact-contract/openapi';
import type { FastifyInstance } from 'fastify';

/** As much of OpenAPI as the page shows. */
interface Operation {
  summary: string;
  description: string;
  parameters?: readonly { name: string; description: string }[];
  responses: Record<string, { description: string }>;
}
interface Document {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
}

/** `GET /docs`: the routes of the OpenAPI document, readable. It loads nothing, so it works under the strictest policy. */
export function docsRoute(app: FastifyInstance): void {
  const page = docsPage(openApiDocument() as unknown as Document);
  app.get('/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}

function docsPage({ info, paths }: Document): string {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => section(method, path, operation)),
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(info.title)}</title></head>
<body>
<h1>${text(info.title)} ${text(info.version)}</h1>
<p>${text(info.description)}</p>
<p>The whole document: <a href="/openapi.json">/openapi.json</a></p>
${routes.join('\n')}
</body>
</html>
`;
}

function section(method: string, path: string, { summary, description, parameters = [], responses }: Operation): string {
  const inputs = parameters.map(({ name, description: meaning }) => `<dt><code>${text(name)}</code></dt><dd>${text(meaning)}</dd>`);
  const answers = Object.entries(responses).map(([status, { description: meaning }]) => `<dt>${text(status)}</dt><dd>${text(meaning)}</dd>`);
  return `<section>
<h2><code>${text(method.toUpperCase())} ${text(path)}</code></h2>
<p>${text(summary)}. ${text(description)}</p>
<h3>Parameters</h3><dl>${inputs.join('')}</dl>
<h3>Answers</h3><dl>${answers.join('')}</dl>
</section>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
