using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.UnitTests.Deliveries;

public sealed class ChoosingWhatGoesWhere
{
    [Theory]
    [InlineData(DeliveryKind.Answer, DeliveryChannel.Email, true)]
    [InlineData(DeliveryKind.Answer, DeliveryChannel.Portal, true)]
    [InlineData(DeliveryKind.Answer, DeliveryChannel.Print, false)]
    [InlineData(DeliveryKind.Answer, DeliveryChannel.Phone, false)]
    [InlineData(DeliveryKind.Notice, DeliveryChannel.Print, true)]
    [InlineData(DeliveryKind.BillIssued, DeliveryChannel.Phone, true)]
    [InlineData(DeliveryKind.OneTimeCode, DeliveryChannel.Sms, true)]
    [InlineData(DeliveryKind.OneTimeCode, DeliveryChannel.Portal, false)]
    public void A_kind_goes_by_a_channel_and_is_written_for_no_other(DeliveryKind kind, DeliveryChannel channel, bool goes)
    {
        Assert.Equal(goes, kind.GoesBy(channel));
        Assert.Equal(goes, kind.IsWrittenFor(channel));
    }
}
