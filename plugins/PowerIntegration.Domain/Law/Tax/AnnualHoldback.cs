using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The facts for paying out a statutory holdback for a year.</summary>
public sealed record AnnualHoldback
{
    /// <summary>How sentences name the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Date of the contract.</summary>
    public required CalendarDate ContractDate { get; init; }

    /// <summary>Which anniversary of the contract, 1 for the first.</summary>
    public required int Anniversary { get; init; }

    /// <summary>Day the notice was published; null where it was not.</summary>
    public required CalendarDate? NoticePublished { get; init; }

    /// <summary>Holdback that has accrued and is not paid.</summary>
    public required decimal Accrued { get; init; }

    /// <summary>True where there is a lien that the holdback secures.</summary>
    public required bool HasLien { get; init; }

    /// <summary>Tax rate on the date of release.</summary>
    public required decimal TaxRate { get; init; }
}
