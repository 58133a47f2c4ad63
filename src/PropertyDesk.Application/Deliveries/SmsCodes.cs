using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>One-time codes that cost an SMS each.</summary>
internal static class SmsCodes
{
    /// <summary>How many the current company queued on a day.</summary>
    public static Task<int> SmsCodesAsync(this DeskDbContext db, DateOnly day) =>
        db.Deliveries.CountAsync(d => d.Day == day && d.Kind == DeliveryKind.OneTimeCode && d.Channel == DeliveryChannel.Sms);
}
