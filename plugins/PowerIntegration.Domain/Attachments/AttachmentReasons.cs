using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Attachments;

/// <summary>Why a file is not attached. Held passes by itself and is tried again; Refused needs a person.</summary>
public static class AttachmentReasons
{
    /// <summary>Its type is not one that may be attached.</summary>
    public static ReasonCode TypeNotAllowed { get; } = new("attachment-type-not-allowed", StopState.Refused, 800);

    /// <summary>It is larger than one file may be.</summary>
    public static ReasonCode TooLarge { get; } = new("attachment-too-large", StopState.Refused, 805);

    /// <summary>Together with the files that are attached it is larger than those of one invoice may be.</summary>
    public static ReasonCode TotalTooLarge { get; } = new("attachment-total-too-large", StopState.Refused, 810);

    /// <summary>It has no content.</summary>
    public static ReasonCode Empty { get; } = new("attachment-empty", StopState.Refused, 815);

    /// <summary>Oracle refused it.</summary>
    public static ReasonCode RefusedByOracle { get; } = new("attachment-refused", StopState.Refused, 820);

    /// <summary>A web page came in its place.</summary>
    public static ReasonCode PageInstead { get; } = new("attachment-page-instead", StopState.Held, 825);

    /// <summary>Procore did not give it.</summary>
    public static ReasonCode NotRead { get; } = new("attachment-not-read", StopState.Held, 830);

    /// <summary>It was sent, and Oracle does not show it.</summary>
    public static ReasonCode NotShown { get; } = new("attachment-not-shown", StopState.Held, 835);

    /// <summary>Oracle does not have the invoice.</summary>
    public static ReasonCode InvoiceMissing { get; } = new("attachment-invoice-missing", StopState.Held, 840);

    /// <summary>The time of one call was used up before its turn.</summary>
    public static ReasonCode NotReached { get; } = new("attachment-not-reached", StopState.Held, 845);
}
