// The React pages: from the request to the four cards. The charts are given, so that they can be lazy.
import { Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Cost, Hero } from './cards.jsx';
import { fetchReport, figuresOf } from './figures.js';

export function startPage({ Trend, Journey }) {
  const waiting = fetchReport();
  const app = document.getElementById('app');
  let root = null;
  let show = null;
  function Page() {
    const [figures, setFigures] = useState(null);
    show = setFigures;
    return (
      <main>
        <Hero hero={figures?.hero} />
        <Cost cost={figures?.cost} />
        <section className="card">
          <h2>Perkembangan</h2>
          <div className="chart">
            <Suspense>{figures && <Trend figures={figures} />}</Suspense>
          </div>
        </section>
        <section className="card">
          <h2>Perjalanan chat</h2>
          <div className="chart">
            <Suspense>{figures && <Journey figures={figures} />}</Suspense>
          </div>
        </section>
      </main>
    );
  }
  globalThis.page = {
    show: (report) => show(figuresOf(report)),
    mount: () => {
      root = createRoot(app);
      root.render(<Page />);
    },
    unmount: () => root.unmount(),
    toggle: () => app.querySelector('input:not(:checked)').click(),
  };
  page.mount();
  void waiting.then((report) => page.show(report));
}
