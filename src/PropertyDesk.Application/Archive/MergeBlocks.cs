using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Archive;

/// <summary>What is under way for one of two records and must be over before they become one, or two again.</summary>
internal static class MergeBlocks
{
    /// <summary>In words; empty where nothing stands in the way.</summary>
    public static async Task<IReadOnlyList<string>> MergeBlocksAsync(this DeskDbContext db, Owner survivor, Owner duplicate)
    {
        var blocks = new List<string>();
        foreach (var owner in new[] { survivor, duplicate })
        {
            void Block(bool stands, string text)
            {
                if (stands)
                {
                    blocks.Add(Texts.Of(text, owner.Name));
                }
            }

            var id = owner.Id;
            Block(await db.ChannelOrders.AnyAsync(o => o.PendingOf == id), Waiting.Online);
            Block(await db.DebitLineBills.AnyAsync(h => h.HeldBillId != null && db.Bills.Any(b => b.Id == h.HeldBillId && b.OwnerId == id)), Waiting.Debit);
            Block(await db.Refunds.AnyAsync(r => r.OwnerId == id && (r.State == RefundState.Requested || r.State == RefundState.Approved || r.State == RefundState.Paying)) || await db.Purses.AnyAsync(p => p.OwnerId == id && p.Held.Fen != 0), Waiting.Refund);
            Block(await db.PurseReleases.AnyAsync(r => r.OwnerId == id && r.State == CorrectionState.Requested), Waiting.Release);
            Block(await db.Bills.AnyAsync(b => b.OwnerId == id && b.IssuedOn == null), Waiting.Draft);
            Block(await db.DataRequests.AnyAsync(r => r.OwnerId == id && r.State == DataRequestState.Open), Waiting.Request);
        }

        var shared = await db.Ownerships.Where(o => o.OwnerId == duplicate.Id && db.Ownerships.Any(s => s.OwnerId == survivor.Id && s.UnitId == o.UnitId && (s.To == null || s.To >= o.From) && (o.To == null || o.To >= s.From)))
            .Select(o => o.Unit.Code).Distinct().ToListAsync();
        if (shared.Count > 0)
        {
            blocks.Add(Texts.Of("两份档案同时登记在 {0} 的产权里，请先更正产权。", string.Join('、', shared)));
        }

        return blocks;
    }

    private static class Waiting
    {
        public const string Online = "{0} 有线上支付正在进行，请等结果。";
        public const string Debit = "{0} 的账单正在银行托收，请等回盘。";
        public const string Refund = "{0} 有退款正在办理，请先办完。";
        public const string Release = "{0} 有预存款调剂等待审批。";
        public const string Draft = "{0} 有未发布的账单，请先发布或删除草稿。";
        public const string Request = "{0} 有资料申请等待答复。";
    }
}
