using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Everything that a company sets up to send, and a message with a history.</summary>
internal static class BusyDeliveries
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DeskDbContext>();
        var setup = services.GetRequiredService<DeliverySetup>();
        await setup.ChangeMailAsync(new MailServer("127.0.0.1", 25, MailSecurity.None, null, $"{company.Slug}@example.com", "物业", null), null, isOn: false);
        await setup.ChangeSmsAsync(new SmsIdentity(SmsProvider.Aliyun, "id", "物业", null, 0.05m), "secret", isOn: false);
        await services.GetRequiredService<DeliveryTemplates>().ChangeAsync(
            DeliveryKind.BillIssued, DeliveryChannel.Sms, DeliveryLanguage.Chinese, new TemplateWords("", "{owner}", "SMS_1", ["owner"], AttachesBill: false));
        await services.GetRequiredService<DeliveryPreferences>().ChangeAsync(await db.Owners.Select(o => o.Id).FirstAsync(), DeliveryChannel.Print, null, []);
        await services.GetRequiredService<DeliveryGates>().FindAsync(DeliveryChannel.Sms);
        var message = await db.Deliveries.FirstAsync(d => d.Channel == DeliveryChannel.Print && d.State == DeliveryState.Queued);
        await services.GetRequiredService<DeliveryDesk>().RecordAsync(message.Id, hasArrived: true, null);
    }
}
