import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CATALOGUE, PROBLEM_STATUS, ReportData } from '@qontak/impact-contract';
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

  test('it is plain JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(DOCUMENT)), DOCUMENT));
});
