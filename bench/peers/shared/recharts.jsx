import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Sankey, Tooltip, XAxis, YAxis } from 'recharts';

export function Trend({ figures: { points, forecast, start } }) {
  const last = points.at(-1);
  const data = [
    ...points.slice(0, -1).map(({ label, net, low, high }) => ({ label, net, range: [low, high] })),
    { label: last.label, net: last.net, range: [last.low, last.high], likely: last.net, fan: [last.net, last.net] },
    { label: forecast.label, likely: forecast.net, fan: [forecast.low, forecast.high] },
  ];
  return (
    <ResponsiveContainer>
      <ComposedChart data={data}>
        <CartesianGrid vertical={false} stroke="#dcdfe4" />
        <XAxis dataKey="label" tickLine={false} axisLine={false} />
        <YAxis domain={[20, 100]} unit="%" tickLine={false} axisLine={false} />
        <Tooltip />
        <ReferenceLine y={start} stroke="#758195" strokeDasharray="8 4" />
        <Area dataKey="range" stroke="none" fill="#8270db29" isAnimationActive={false} />
        <Area dataKey="fan" stroke="none" fill="#8270db29" isAnimationActive={false} />
        <Line className="net-line" dataKey="net" stroke="#8270db" strokeWidth={2} isAnimationActive={false} />
        <Line dataKey="likely" stroke="#8270db" strokeWidth={2} strokeDasharray="3 4" isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function Station({ x, y, width, height, payload }) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill="#5f519f" />
      <text x={x + width + 6} y={y + height / 2 + 4} fontSize={12}>
        {payload.name} {payload.value}
      </text>
    </g>
  );
}

export function Journey({ figures: { nodes, links } }) {
  const at = (id) => nodes.findIndex((node) => node.id === id);
  const data = {
    nodes: nodes.map(({ name }) => ({ name })),
    links: links.map(({ source, target, value }) => ({ source: at(source), target: at(target), value })),
  };
  return (
    <ResponsiveContainer>
      <Sankey data={data} node={<Station />} nodePadding={16} nodeWidth={10} link={{ stroke: '#8270db' }} margin={{ right: 180 }} sort={false}>
        <Tooltip />
      </Sankey>
    </ResponsiveContainer>
  );
}
