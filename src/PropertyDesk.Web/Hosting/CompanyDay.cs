using PropertyDesk.Application;

namespace PropertyDesk.Web.Hosting;

/// <summary>The company's day of today, for pages that show something as of it.</summary>
public sealed class CompanyDay(CurrentCompany company, TimeProvider clock)
{
    public DateOnly Today => company.Today(clock);
}
