using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>A Procore code in use, with the money that open work on it has still to bring.</summary>
public sealed record UsedCode
{
    /// <summary>Its key, which tells it from every other code.</summary>
    public required string Key { get; init; }

    /// <summary>The code as Procore shows it.</summary>
    public required string FlatCode { get; init; }

    /// <summary>Its segment values.</summary>
    public required SegmentCodes Codes { get; init; }

    /// <summary>What it is used for.</summary>
    public CodeUse Use { get; init; } = CodeUse.Unspecified;

    /// <summary>Amount of open work: committed and not billed yet. Never below zero.</summary>
    public decimal OpenAmount { get; init; }

    /// <summary>What is budgeted on it; null where it has no budget, or none was read.</summary>
    public decimal? Budget { get; init; }

    /// <summary>What is committed on it.</summary>
    public decimal Committed { get; init; }

    /// <summary>What is posted on it.</summary>
    public decimal Billed { get; init; }

    /// <summary>Days on which open documents bill it, beside those of the proof, in any order.</summary>
    public IReadOnlyList<CalendarDate> Days { get; init; } = [];

    /// <summary>The task of the purchase order in Oracle; null where there is none.</summary>
    public string? PurchaseOrderTask { get; init; }

    /// <summary>Names of the code, the strongest first: of its task segment's item, then of its cost code.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
