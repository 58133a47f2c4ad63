using PropertyDesk.Application;
using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Controllers;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Reports;

/// <summary>Makes any report as a file, with the eyes of whoever works here.</summary>
public sealed class ReportMaker(
    CollectionRates rates, CollectionTrend trend, ArrearsFigures arrears, MoneyFigures money, ServiceFigures service, TodayFigures today,
    IWorkbookWriter workbooks, IDocumentRenderer papers, CurrentCompany current, TimeProvider clock)
{
    /// <summary>One of the reports that are tables of figures.</summary>
    public Task<FigureReport> FiguresAsync(ReportName report, FigureChoice choice) => report switch
    {
        ReportName.Trend => trend.ReportAsync(choice),
        ReportName.Arrears => arrears.ReportAsync(choice, current.May(Permission.CollectArrears)),
        ReportName.Money => money.ReportAsync(choice),
        ReportName.Service => service.ReportAsync(choice),
        ReportName.Today => today.ReportAsync(choice),
        _ => throw new ArgumentOutOfRangeException(nameof(report), report, null),
    };

    /// <summary>The collection rate of the last month that was billed by then.</summary>
    public async Task<CollectionReport> CollectionAsync(FigureChoice choice)
    {
        var (latest, of) = (await rates.LatestMonthAsync() ?? BillingMonth.Of(choice.AsOf).Previous, BillingMonth.Of(choice.AsOf));
        return await rates.ReportAsync(latest.Number < of.Number ? latest : of, choice.AsOf, choice.CommunityId);
    }

    public async Task<FileContent> FileAsync(ReportName report, ReportFormat format, FigureChoice choice)
    {
        using var output = new MemoryStream();
        var letterhead = Letterhead.Of(current, clock);
        if (report == ReportName.CollectionRate)
        {
            var collection = await CollectionAsync(choice);
            Write(format, output, () => CollectionRateWorkbook.Of(collection), () => CollectionRateDocument.Of(letterhead, collection));
            return File($"{Texts.Of("收缴率")} {collection.Scope} {collection.Month}", format, output);
        }

        var figures = await FiguresAsync(report, choice);
        Write(format, output, () => FigureWorkbook.Of(figures), () => FigureDocument.Of(letterhead, figures, Show.Time(figures.MadeAt, current.TimeZone)));
        return File($"{figures.Title} {figures.Scope} {Show.Day(figures.AsOf)}", format, output);
    }

    private void Write(ReportFormat format, MemoryStream output, Func<IReadOnlyList<Sheet>> workbook, Func<PrintDocument> paper)
    {
        if (format == ReportFormat.Workbook)
        {
            workbooks.Write(workbook(), output);
        }
        else
        {
            papers.Render(paper(), output);
        }
    }

    private static FileContent File(string name, ReportFormat format, MemoryStream output) =>
        format == ReportFormat.Workbook ? new(name + ".xlsx", XlsxAnswer.ContentType, output.ToArray()) : new(name + ".pdf", "application/pdf", output.ToArray());
}
