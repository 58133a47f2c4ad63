// Draws the charts of a report from the data beside them. Lines differ by dash and mark, bars by pattern: readable without colour.
(() => {
  if (!window.echarts) return;
  const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]];
  const marks = ['circle', 'rect', 'triangle', 'diamond'];
  const narrow = window.matchMedia('(max-width: 600px)').matches;
  document.querySelectorAll('[data-figures]').forEach(element => {
    const data = JSON.parse(element.dataset.figures);
    const unit = data.percent ? '%' : '';
    const text = value => (value === null || value === undefined ? '—' : `${value.toLocaleString('en')}${unit}`);
    const chart = echarts.init(element, null, { renderer: 'canvas' });
    chart.setOption({
      aria: { enabled: true, decal: { show: true } },
      color: ['#0b5f8a', '#c9822b', '#4b7a2b', '#7a3b8f'],
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: text },
      legend: { top: 0, type: 'scroll' },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: data.names, axisLabel: { hideOverlap: true, interval: data.line ? 'auto' : 0, width: narrow ? 56 : 96, overflow: 'truncate' } },
      yAxis: { type: 'value', max: data.percent ? value => Math.max(100, Math.ceil(value.max / 10) * 10) : null, axisLabel: { formatter: value => text(value) } },
      series: data.series.map((series, i) => ({
        name: series.name, type: data.line ? 'line' : 'bar', barMaxWidth: 36, data: series.values, connectNulls: false,
        symbol: marks[i % 4], symbolSize: 7, lineStyle: { type: dashes[i % 4], width: 2 },
        label: { show: !data.line && data.names.length <= (narrow ? 4 : 10), position: 'top', fontSize: 11, formatter: item => text(item.value) },
      })),
    });
    window.addEventListener('resize', () => chart.resize());
  });
})();
