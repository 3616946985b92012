import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CATALOGUE, CHAT_FIGURES, JOURNEY_NODES, PROBLEM_STATUS, ReportData, SIZES } from '@qontak/impact-contract';
import { openApiDocument } from '@qontak/impact-contract/openapi';

type Node = Record<string, unknown>;

const DOCUMENT = openApiDocument();

/** Every object of the document, with the path that leads to it. */
function* nodesOf(value: unknown, path = '#'): Generator<[path: string, node: Node]> {
  if (typeof value !== 'object' || value === null) return;
  yield [path, value as Node];
  for (const [key, child] of Object.entries(value)) yield* nodesOf(child, `${path}/${key}`);
}

const resolve = (ref: string): unknown =>
  ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((node, key) => (node as Node | undefined)?.[key], DOCUMENT);

describe('openapi', () => {
  test('every reference leads somewhere inside the document', () => {
    const refs = [...nodesOf(DOCUMENT)].flatMap(([path, node]) => (typeof node['$ref'] === 'string' ? [[path, node['$ref']] as const] : []));
    assert.ok(refs.length >= 6, `${refs.length} references`);
    for (const [path, ref] of refs) assert.ok(ref.startsWith('#/') && resolve(ref), `${path}: ${ref}`);
  });

  test('every operation has an id of its own, describes itself and its answers', () => {
    const operations = Object.values(DOCUMENT['paths'] as Node).flatMap((path) => Object.values(path as Node) as Node[]);
    assert.ok(operations.length > 0);
    assert.equal(new Set(operations.map((operation) => operation['operationId'])).size, operations.length);
    for (const operation of operations) {
      assert.ok(operation['summary'] && operation['description']);
      for (const [status, answer] of Object.entries(operation['responses'] as Node)) {
        assert.match(status, /^[2345]\d\d$/);
        assert.ok((answer as Node)['description'], status);
      }
    }
  });

  test('every problem of the report names the codes that can come with its status', () => {
    const { responses } = (DOCUMENT['paths'] as { '/v1/impact-report': { get: { responses: Record<string, Node> } } })['/v1/impact-report'].get;
    for (const [code, status] of Object.entries(PROBLEM_STATUS)) {
      if (responses[status]) assert.ok(String(responses[status]['description']).includes(`\`${code}\``), code);
    }
  });

  test('every metric of the catalogue is a field of the report, under the same word', () => {
    const schema = resolve('#/components/schemas/ImpactReport') as { properties: { data: { properties: Node; required: string[] } } };
    const slots: string[] = CATALOGUE.map(({ slot }) => slot);
    assert.deepEqual(Object.keys(ReportData.shape), slots);
    assert.deepEqual(Object.keys(schema.properties.data.properties), slots);
    assert.deepEqual(schema.properties.data.required, slots);
    for (const { id, slot } of CATALOGUE) {
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
      assert.equal(slot, id.replaceAll('-', '_'));
    }
  });

  test('an enumeration of an answer holds "other", so that it can grow, or is complete for a reason', () => {
    const COMPLETE: readonly (readonly string[])[] = [
      // follows from the number of chats
      SIZES,
      // exclusive and exhaustive: a further outcome would be another definition of every figure
      JOURNEY_NODES,
      // said as it was asked
      CHAT_FIGURES,
      // spec/metrics.md, section 5
      ['assumption', 'admin', 'measured'],
      ['if_known'],
      // either or
      ['provisional', 'final'],
      ['live', 'sample'],
    ];
    const { schemas } = DOCUMENT['components'] as { schemas: Record<string, Node> };
    const answers = Object.entries(schemas).filter(([name]) => !name.endsWith('Input'));
    const enums = answers.flatMap(([name, schema]) =>
      [...nodesOf(schema, name)].flatMap(([path, node]) => ('enum' in node ? [{ path, values: node['enum'] as string[] }] : [])),
    );
    const growing = enums.filter(({ values }) => values.includes('other'));
    for (const { path, values } of enums.filter((one) => !growing.includes(one))) {
      assert.ok(
        COMPLETE.some((complete) => complete.join() === values.join()),
        `${path}: ${values.join()}`,
      );
    }
    for (const field of ['verdict', 'reason'])
      assert.ok(
        growing.some(({ path }) => path.endsWith(`/${field}`)),
        field,
      );
    assert.match(String((DOCUMENT['info'] as Node)['description']), /An enumeration that holds "other" may grow/);
  });

  test('it is plain JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(DOCUMENT)), DOCUMENT));
});
