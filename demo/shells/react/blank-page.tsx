export function BlankPage() {
  return <div id="blank" />;
}
