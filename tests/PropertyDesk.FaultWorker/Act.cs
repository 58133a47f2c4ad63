using System.Text.Json;

namespace PropertyDesk.FaultWorker;

/// <summary>What a worker is asked to do.</summary>
public enum ActKind
{
    /// <summary>Takes cash from an owner at the desk, in the cashier's shift.</summary>
    Pay,

    /// <summary>Takes a transfer into the owner's purse.</summary>
    Prepay,

    /// <summary>Pays the owner's bills from the purse.</summary>
    UsePurse,

    /// <summary>Takes cash and voids the receipt.</summary>
    Void,

    /// <summary>Takes a transfer and gives it back: asked for, approved, carried out.</summary>
    Refund,

    /// <summary>Keeps an online order and tells the channel of it; the money comes by notice.</summary>
    Order,

    /// <summary>Gives the money of an online order back through its channel.</summary>
    Return,

    /// <summary>Drafts a month and publishes it; purses pay what they can.</summary>
    Publish,

    /// <summary>Has the bank collect what is due: batch, file, and the bank's answer to it. What waits from before is ended first.</summary>
    Collect,

    /// <summary>Uploads the workbook of a new community and confirms it.</summary>
    Import,

    /// <summary>Asks the channels about all that they were silent of.</summary>
    Sweep,
}

/// <summary>One request with an id of its own: however often it is sent, it may happen once.</summary>
/// <param name="Lane">Acts of a lane are done one after the other, lanes at the same time.</param>
/// <param name="SubjectId">The owner; of a return the id of the order, of a publication, a collection and an import the community.</param>
/// <param name="Value">Fen; of an order 0 for WeChat Pay and 1 for Alipay; of a publication the month as yyyymm; of an import how many units.</param>
public sealed record Act(ActKind Kind, Guid Id, int Lane, int CompanyId, Guid SubjectId, long Value)
{
    public static Act Parse(string line) => JsonSerializer.Deserialize<Act>(line) ?? throw new FormatException("No act.");

    public override string ToString() => JsonSerializer.Serialize(this);
}
