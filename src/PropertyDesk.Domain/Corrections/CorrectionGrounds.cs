namespace PropertyDesk.Domain.Corrections;

/// <summary>Why a correction is asked for.</summary>
/// <param name="Note">In words, for whoever decides and for whoever asks in five years.</param>
/// <param name="Reissue">Red entry only: bill what was taken back anew.</param>
public sealed record CorrectionGrounds(CorrectionReason Reason, string? Note, bool Reissue = false);

/// <summary>Who acts, and when.</summary>
/// <param name="Id">The login; null for the program itself, which decides nothing.</param>
public sealed record Requester(Guid? Id, string Name, DateTimeOffset At, DateOnly Today);
