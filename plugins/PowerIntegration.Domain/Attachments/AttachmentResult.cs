using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Attachments;

/// <summary>How one try to attach a file ended.</summary>
public sealed record AttachmentResult
{
    /// <summary>Row of the file.</summary>
    public required Guid Id { get; init; }

    /// <summary>State afterwards.</summary>
    public required AttachmentState State { get; init; }

    /// <summary>Code of what went wrong; null where nothing did.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>Hash of the bytes; null where they were not read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes; null where they are not known.</summary>
    public int? Size { get; init; }

    /// <summary>Ids of the attachments in Oracle.</summary>
    public string? OracleIds { get; init; }

    /// <summary>A file that is attached.</summary>
    public static AttachmentResult Sent(Guid id, AttachmentMark mark, string oracleIds) =>
        new()
        {
            Id = id,
            State = AttachmentState.Sent,
            Sha256 = mark.Sha256,
            Size = (int)Math.Min(mark.Size, int.MaxValue),
            OracleIds = oracleIds,
        };

    /// <summary>A file that is not attached, for a reason of the rules.</summary>
    public static AttachmentResult Stopped(Guid id, Refusal refusal) =>
        new()
        {
            Id = id,
            State = refusal.State == StopState.Refused ? AttachmentState.NotSent : AttachmentState.Waiting,
            ReasonCode = refusal.WireCode,
            Reason = refusal.Sentence,
        };

    /// <summary>A file that is not attached, for a reason that may pass.</summary>
    public static AttachmentResult Failed(Guid id, string code, string sentence) =>
        new()
        {
            Id = id,
            State = AttachmentState.Waiting,
            ReasonCode = code,
            Reason = sentence,
        };

    /// <summary>A file that is not among the record's any more.</summary>
    public static AttachmentResult Withdrawn(Guid id) => new() { Id = id, State = AttachmentState.Withdrawn };
}
