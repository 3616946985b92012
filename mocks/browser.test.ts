import { assert } from '@open-wc/testing';
import { DevelopmentOrganizations, DevelopmentToken, ImpactReport } from '@qontak/impact-contract';
import { createWorker } from './browser.ts';
import { createMocks } from './handlers.ts';
import { SANDBOX_PROFILES, simulateShop } from './index.ts';
import { CLINIC_HASH } from './shop/clinic-hash.ts';

describe('mocks in a browser', () => {
  it('a page of our own is answered through the service worker', async () => {
    const worker = createWorker(createMocks());
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
    try {
      const [first] = DevelopmentOrganizations.parse(await (await fetch('/dev/organizations')).json());
      const { token } = DevelopmentToken.parse(await (await fetch(`/dev/token?organization=${first!.id}&role=admin`)).json());
      const response = await fetch('/v1/impact-report', { headers: { authorization: `Bearer ${token}` } });
      assert.equal(ImpactReport.parse(await response.json()).meta.organization.name, 'Toko Melati');
    } finally {
      await worker.stop();
    }
  });

  it('a browser simulates the same chats as Node', async () => {
    const { organization, rooms, activity, as_of } = simulateShop(SANDBOX_PROFILES[1]!);
    const text = new TextEncoder().encode(JSON.stringify({ organization, rooms, activity, as_of }));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    const hash = Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
    assert.equal(hash, CLINIC_HASH);
  });

  it('the largest shop of the sandbox is there before anybody notices', () => {
    const start = performance.now();
    simulateShop(SANDBOX_PROFILES[0]!);
    assert.isBelow(performance.now() - start, 1000);
  });
});
