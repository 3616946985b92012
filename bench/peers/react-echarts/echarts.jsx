import { useEffect, useRef } from 'react';
import { drawIn, journeyOption, trendOption } from '../shared/echarts.js';

function Chart({ option }) {
  const box = useRef(null);
  const drawing = useRef(null);
  useEffect(() => {
    drawing.current = drawIn(box.current);
    return () => drawing.current.free();
  }, []);
  useEffect(() => drawing.current.show(option), [option]);
  return <div className="chart" ref={box} />;
}

export const Trend = ({ figures }) => <Chart option={trendOption(figures)} />;
export const Journey = ({ figures }) => <Chart option={journeyOption(figures)} />;
