// The React pages: everything but the charts.
import { useState } from 'react';
import { gapText, headline, rangeText } from './figures.js';

export function Hero({ hero }) {
  return (
    <section className="card hero">
      <h2>Chat yang diselesaikan AI sendiri</h2>
      {hero && (
        <>
          <p className="figure">{hero.value}</p>
          <p>{headline(hero)}</p>
          <p>{gapText(hero)}</p>
          <p>{rangeText(hero)}</p>
        </>
      )}
    </section>
  );
}

const UNITS = [
  ['hours', 'Jam'],
  ['rupiah', 'Rupiah'],
];

export function Cost({ cost }) {
  const [unit, setUnit] = useState('hours');
  return (
    <section className="card cost">
      <h2>Nilainya</h2>
      {UNITS.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name="unit" value={value} checked={unit === value} onChange={() => setUnit(value)} /> {label}
        </label>
      ))}
      {cost && <p className="value">{cost[unit]}</p>}
    </section>
  );
}
