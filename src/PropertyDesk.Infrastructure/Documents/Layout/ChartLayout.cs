using System.Globalization;
using PropertyDesk.Application.Documents;

namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>Draws a bar chart: title, legend, scale, bars with their figures where there is room for them.</summary>
internal sealed class ChartLayout(Typesetter text)
{
    private const float Left = 42;
    private const float Top = 40;
    private const float Bottom = 18;
    private const float Right = 4;
    private const float LineHeight = 11;
    private const float ShareOfBars = 0.7f;

    private static readonly Ink[] Palette = [new(0x3B6EA5), new(0xE08E45), new(0x6AA84F), new(0x9E4B8A)];
    private static readonly TextStyle Heading = new(10, Bold: true, Align: TextAlign.Centre);
    private static readonly TextStyle Label = new(7.5f, Ink: Ink.Text, Align: TextAlign.Centre);
    private static readonly TextStyle Figure = new(6.5f, Ink: Ink.Text, Align: TextAlign.Centre);
    private static readonly TextStyle Mark = new(7, Ink: Ink.Muted, Align: TextAlign.End);

    public List<DrawingOperation> Draw(BarChart chart, float width)
    {
        var drawing = new List<DrawingOperation>();
        text.Line(drawing, chart.Title, Heading, new Area(0, 0, width, 16));
        Legend(drawing, chart);
        var plot = new Area(Left, Top, width - Left - Right, chart.Height - Top - Bottom);
        var highest = Math.Max(chart.Whole, chart.Groups.SelectMany(g => g.Values).Max() ?? 0);
        var scale = ChartScale.For((double)highest);
        Marks(drawing, scale, plot, chart.Unit);
        for (var i = 0; i < chart.Groups.Count; i++)
        {
            Group(drawing, chart, i, plot, scale);
        }

        return drawing;
    }

    private void Legend(List<DrawingOperation> drawing, BarChart chart)
    {
        var x = Left;
        for (var i = 0; i < chart.Series.Count; i++)
        {
            drawing.Add(new FillAreas(x, 20, [new Area(0, 0, 8, 8)], Palette[i % Palette.Length]));
            text.Line(drawing, chart.Series[i], Label with { Align = TextAlign.Start }, new Area(x + 11, 18.5f, 0, LineHeight));
            x += 26 + text.Width(chart.Series[i], Label);
        }
    }

    private void Marks(List<DrawingOperation> drawing, ChartScale scale, Area plot, string unit)
    {
        foreach (var mark in scale.Marks())
        {
            var y = plot.Y + plot.Height - Height(mark, scale, plot);
            drawing.Add(new DrawLine(plot.X, y, plot.Width, 0, 0.3f, Ink.Hairline));
            text.Line(drawing, mark.ToString("#,##0.##", CultureInfo.InvariantCulture) + unit, Mark, new Area(0, y - (LineHeight / 2), plot.X - 4, LineHeight));
        }
    }

    private void Group(List<DrawingOperation> drawing, BarChart chart, int index, Area plot, ChartScale scale)
    {
        var group = chart.Groups[index];
        var room = plot.Width / chart.Groups.Count;
        var bar = room * ShareOfBars / chart.Series.Count;
        var x = plot.X + (room * index);
        for (var i = 0; i < group.Values.Count; i++)
        {
            Bar(drawing, group.Values[i], Palette[i % Palette.Length], new Area(x + (room * (1 - ShareOfBars) / 2) + (bar * i), plot.Y, bar, plot.Height), scale);
        }

        if (index % LabelStep(chart, room) == 0)
        {
            text.Line(drawing, group.Label, Label, new Area(x, plot.Y + plot.Height + 4, room, LineHeight));
        }
    }

    /// <summary>Every how many groups a label stands, so that labels do not run into each other.</summary>
    private int LabelStep(BarChart chart, float room) =>
        Math.Max(1, (int)MathF.Ceiling((chart.Groups.Max(g => text.Width(g.Label, Label)) + 2) / room));

    private void Bar(List<DrawingOperation> drawing, decimal? value, Ink ink, Area place, ChartScale scale)
    {
        var height = Height((double)(value ?? 0), scale, place);
        var bottom = place.Y + place.Height;
        if (height > 0)
        {
            drawing.Add(new FillAreas(place.X, bottom - height, [new Area(0, 0, place.Width, height)], ink));
        }

        var figure = value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "—";
        if (text.Width(figure, Figure) <= place.Width + 3)
        {
            text.Line(drawing, figure, Figure, new Area(place.X, bottom - height - LineHeight + 1, place.Width, LineHeight));
        }
    }

    private static float Height(double value, ChartScale scale, Area plot) => (float)(Math.Max(value, 0) / scale.Top) * plot.Height;
}
