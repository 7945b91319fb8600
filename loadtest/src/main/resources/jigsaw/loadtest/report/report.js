'use strict';
const report = JSON.parse(document.getElementById('data').textContent);
const byId = (id) => document.getElementById(id);
const probe = document.body.appendChild(document.createElement('i'));
// A canvas does not know light-dark(): let an element resolve it.
const ink = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
const COLOURS = { p50: '#2f7ed8', p90: '#2aa198', p99: '#d98e04', max: '#c0392b', asked: '#8795a6', right: '#2f7ed8', failed: '#c0392b' };
const number = (value, digits = 0) => value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const millis = (value) => number(value, value < 10 ? 2 : value < 100 ? 1 : 0);
const label = (r) => `${r.traffic} ${r.load}` + (r.round === 0 ? ', warm-up' : `, round ${r.round}`);

function element(parent, tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return parent.appendChild(made);
}

function table(id, heads, rows) {
  const at = byId(id);
  at.replaceChildren();
  if (heads.length) {
    const row = element(element(at, 'thead'), 'tr');
    heads.forEach((head) => element(row, 'th', head.replace('~', ''), head.startsWith('~') ? 'text' : ''));
  }
  const body = element(at, 'tbody');
  return rows.map((cells) => {
    const row = element(body, 'tr');
    cells.forEach((cell) => Array.isArray(cell) ? element(row, 'td', cell[0], cell[1]) : element(row, 'td', cell));
    return row;
  });
}

function facts() {
  document.title = `Load test: ${report.plan}`;
  byId('title').textContent = `Load test: ${report.plan}`;
  byId('about').textContent = report.about;
  const judged = report.results.filter((r) => r.round > 0);
  const passed = (which) => `${judged.filter((r) => r[which].outcome === 'passed').length} of ${judged.length}`;
  const cores = Math.max(0, ...report.results.map((r) => r.measurement.generator.cpuCores));
  const lag = Math.max(0, ...report.results.map((r) => r.measurement.generator.lag.p99));
  const shown = [['Target', report.target], ['Started', report.started.replace('T', ' ').slice(0, 19)], ['Ended', report.outcome],
    ['Reference passed', passed('reference')], ['Strict passed', passed('strict')],
    ['Generator', `at most ${number(cores, 2)} cores, p99 ${millis(lag)} ms late`]];
  shown.forEach(([name, value]) => {
    const pair = element(byId('summary'), 'div');
    element(pair, 'dt', name);
    element(pair, 'dd', value);
  });
  const pairs = (map) => Object.entries(map).map(([key, value]) => [key, [value, 'text']]);
  table('machine', [], pairs(report.machine));
  table('settings', [], pairs(report.settings));
}

function verdicts() {
  const mark = ({ outcome, reasons }) => [outcome === 'missed' ? `missed: ${reasons.join(', ')}` : outcome, 'text ' + outcome.replace(' ', '-')];
  const rows = table('verdicts',
    ['~Load', 'asked/s', 'served/s', 'mean', 'p50', 'p90', 'p99', 'p99.9', 'max', 'errors', 'cores', '~Reference', '~Strict'],
    report.results.map((r) => {
      const l = r.measurement.latency;
      const judged = r.round > 0 ? [mark(r.reference), mark(r.strict)] : [['warm-up', 'text'], ['', 'text']];
      return [label(r), number(r.requestsPerSecond), number(r.servedPerSecond), ...[l.mean, l.p50, l.p90, l.p99, l.p999, l.max].map(millis),
        number(r.measurement.asked - r.measurement.right), number(r.measurement.generator.cpuCores, 2), ...judged];
    }));
  rows.forEach((row, i) => {
    if (report.results[i].round === 0) row.classList.add('warm-up');
    row.addEventListener('click', () => choose(i));
  });
  return rows;
}

const charts = [];
function chart(id, options, data) {
  const axis = { stroke: ink('--soft'), font: '12px system-ui, sans-serif', labelFont: '12px system-ui, sans-serif' };
  options.axes = options.axes.map(({ filter, ...given }) => ({ ...axis, ...given, ...(filter ? { filter } : {}),
    grid: { stroke: ink('--line'), width: 1, ...(filter ? { filter } : {}) }, ticks: { stroke: ink('--line'), width: 1, ...(filter ? { filter } : {}) } }));
  const made = new uPlot({ width: byId(id).clientWidth, height: 260, ...options }, data, byId(id));
  charts.push([id, made]);
}

const line = (name, colour, extra) => ({ label: name, stroke: colour, width: 2, points: { show: false }, ...extra });
const logScale = { distr: 3, log: 10 };
const wholeDecades = (u, ticks) => ticks.map((t) => t !== null && Math.abs(Math.log10(t) - Math.round(Math.log10(t))) < 1e-9 ? t : null);
const logMillis = { label: 'milliseconds', size: 64, filter: wholeDecades, values: (u, ticks) => ticks.map((t) => t === null ? '' : String(t)) };

function choose(index) {
  const chosen = report.results[index];
  const m = chosen.measurement;
  byId('choice').value = index;
  verdictRows.forEach((row, i) => row.classList.toggle('chosen', i === index));
  charts.splice(0).forEach(([, made]) => made.destroy());
  byId('detail').textContent = `${number(m.asked)} requests asked, ${number(m.right)} rightly answered, ${number(100 * chosen.repeatedShare, 1)} % repeated a URL of the same visit, `
    + `${number(m.bytes / 1e6, 1)} MB read, ${chosen.compared} bodies compared. From the real sending: p50 ${millis(m.service.p50)}, p99 ${millis(m.service.p99)} ms. `
    + `The generator used ${number(m.generator.cpuCores, 2)} cores and began visits p50 ${millis(m.generator.lag.p50)}, p99 ${millis(m.generator.lag.p99)}, at most ${millis(m.generator.lag.max)} ms late.`;
  byId('judgement').textContent = [...new Set([...chosen.reference.reasons, ...chosen.strict.reasons])].join('; ');
  const seconds = m.timeline.map((_, i) => i);
  const of = (key) => m.timeline.map((s) => s.latency.count ? Math.max(s.latency[key], 0.001) : null);
  const time = { time: false };
  const secondsAxis = { label: 'seconds' };
  chart('latency', { scales: { x: time, y: logScale }, axes: [secondsAxis, logMillis],
    series: [{ label: 'second' }, ...['p50', 'p90', 'p99', 'max'].map((key) => line(key, COLOURS[key], { value: (u, v) => v === null ? '–' : millis(v) + ' ms' }))] },
  [seconds, of('p50'), of('p90'), of('p99'), of('max')]);
  chart('throughput', { scales: { x: time, y: { range: (u, low, high) => [0, Math.max(high * 1.1, 1)] } }, axes: [secondsAxis, { label: 'requests/s', size: 64 }],
    series: [{ label: 'second' }, line('asked for', COLOURS.asked, { dash: [6, 4] }), line('made', '#2aa198'), line('rightly answered', COLOURS.right), line('failed', COLOURS.failed)] },
  [seconds, m.timeline.map((s) => s.planned), m.timeline.map((s) => s.asked), m.timeline.map((s) => s.right), m.timeline.map((s) => s.failed)]);
  distribution(chosen);
  table('endpoints', ['~Endpoint', 'answers', 'mean', 'p50', 'p90', 'p99', 'p99.9', 'max'],
    Object.entries(m.byEndpoint).sort().map(([name, l]) => [name, number(l.count), ...[l.mean, l.p50, l.p90, l.p99, l.p999, l.max].map(millis)]));
  const errors = Object.entries(m.failures).map(([kind, count]) => [report.failureMeanings[kind] || kind, number(count), [m.examples[kind] || '', 'text']]);
  table('errors', ['~Kind', 'requests', '~For example'], errors.length ? errors : [['none', '0', '']]);
}

/** x is -log10 of the share that took longer: 1 is p90, 2 is p99, 3 is p99.9. */
function distribution(chosen) {
  const rounds = report.results.filter((r) => r.traffic === chosen.traffic && r.load === chosen.load && (r.round > 0) === (chosen.round > 0));
  const colours = ['#2f7ed8', '#d98e04', '#2aa198', '#8e44ad', '#c0392b', '#7f8c8d'];
  const tables = rounds.map((r) => [
    r.measurement.distribution.filter((p) => p.percentile < 100).map((p) => -Math.log10(1 - p.percentile / 100)),
    r.measurement.distribution.filter((p) => p.percentile < 100).map((p) => Math.max(p.millis, 0.001))]);
  if (!tables.length || !tables.some(([x]) => x.length)) return;
  const name = (x) => x === 0 ? '0' : String(+(100 * (1 - 10 ** -x)).toFixed(Math.max(0, Math.ceil(x) - 2)));
  chart('distribution', { height: 300, scales: { x: { time: false }, y: logScale },
    axes: [{ label: 'percentile', incrs: [1], values: (u, ticks) => ticks.map(name) }, logMillis],
    series: [{ label: 'percentile', value: (u, v) => v === null ? '–' : name(v) },
      ...rounds.map((r, i) => line(r.round === 0 ? 'warm-up' : `round ${r.round}`, colours[i % colours.length], { spanGaps: true, value: (u, v) => v == null ? '–' : millis(v) + ' ms' }))] },
  uPlot.join(tables));
}

facts();
const verdictRows = verdicts();
report.results.forEach((r, i) => element(byId('choice'), 'option', label(r)).value = i);
byId('choice').addEventListener('change', (event) => choose(Number(event.target.value)));
addEventListener('resize', () => charts.forEach(([id, made]) => made.setSize({ width: byId(id).clientWidth, height: made.height })));
if (report.results.length) choose(report.results.length - 1);
