// The least that any page does: fetch the report and write its figure.
const response = await fetch('/v1/impact-report');
const { data } = await response.json();
document.getElementById('app').innerHTML = `<p class="figure">${Math.round(100 * data.hero.net.share)}</p>`;
