// Draws the chart of a report from the data beside it. Bars carry their numbers and patterns: readable without colour.
(() => {
  const element = document.getElementById('chart');
  if (!element || !window.echarts) return;
  const data = JSON.parse(element.dataset.chart);
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  chart.setOption({
    aria: { enabled: true, decal: { show: true } },
    color: ['#0b5f8a', '#c9822b'],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: value => (value === null ? '—' : `${value}%`) },
    legend: { top: 0 },
    grid: { left: 48, right: 16, top: 40, bottom: 32 },
    xAxis: { type: 'category', data: data.names, axisLabel: { interval: 0, hideOverlap: true } },
    yAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value}%' } },
    series: data.series.map(series => ({
      name: series.name, type: 'bar', barMaxWidth: 36, data: series.values,
      label: { show: data.names.length <= 10, position: 'top', fontSize: 11, formatter: item => (item.value === null ? '' : `${item.value}%`) },
    })),
  });
  window.addEventListener('resize', () => chart.resize());
})();
