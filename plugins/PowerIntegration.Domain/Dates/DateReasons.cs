using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Dates;

/// <summary>Why a document has no accounting date.</summary>
public static class DateReasons
{
    /// <summary>No accounting period is open for the document.</summary>
    public static ReasonCode NoOpenPeriod { get; } = new("no-open-period", StopState.Held, 690);
}
