// Draws how many households pay how much more or less. Bars carry their numbers and patterns: readable without colour.
(() => {
  const element = document.getElementById('what-if-chart');
  if (!element || !window.echarts) return;
  const data = JSON.parse(element.dataset.chart);
  const colours = { '-1': '#1b6e3c', 0: '#7a8794', 1: '#c9822b' };
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  chart.setOption({
    aria: { enabled: true, decal: { show: true } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: value => `${value} ${element.dataset.unit}` },
    grid: { left: 48, right: 16, top: 24, bottom: 84 },
    xAxis: { type: 'category', data: data.names, axisLabel: { interval: 0, rotate: 45, fontSize: 11 } },
    yAxis: { type: 'value', minInterval: 1 },
    series: [{
      type: 'bar', barMaxWidth: 36,
      data: data.values.map((value, i) => ({ value, itemStyle: { color: colours[data.sides[i]] } })),
      label: { show: true, position: 'top', fontSize: 11, formatter: item => (item.value ? item.value : '') },
    }],
  });
  window.addEventListener('resize', () => chart.resize());
})();
