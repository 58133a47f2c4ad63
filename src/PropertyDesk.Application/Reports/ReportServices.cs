using Microsoft.Extensions.DependencyInjection;

namespace PropertyDesk.Application.Reports;

/// <summary>The services of this room.</summary>
internal static class ReportServices
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddScoped<BillEvents>();
        services.AddScoped<BillLedger>();
        services.AddScoped<BillSums>();
        services.AddScoped<MergeBillSums>();
        services.AddScoped<CheckBillSums>();
        services.AddScoped<CollectionRates>();
        services.AddScoped<UnitMonthCounts>();
        services.AddScoped<CollectionTrend>();
        services.AddScoped<EventRows>();
        services.AddScoped<OpenEvents>();
        services.AddScoped<ArrearsFigures>();
        services.AddScoped<CallDebtors>();
        services.AddScoped<DunningFigures>();
        services.AddScoped<MoneyFigures>();
        services.AddScoped<TillFigures>();
        services.AddScoped<CreditFigures>();
        services.AddScoped<ServiceFigures>();
        services.AddScoped<TodayFigures>();
        services.AddScoped<CloseBlockers>();
        services.AddScoped<ReportHeads>();
        services.AddScoped<ReportSettings>();
        services.AddScoped<ReportViews>();
        services.AddScoped<ReportFiles>();
        services.AddScoped<SendViews>();
    }
}
