using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The facts of a contract that select the rules of its jurisdiction. Null means unknown, never zero.</summary>
public sealed record JurisdictionFacts
{
    /// <summary>How sentences name the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>ISO 3166 code of the project's location, <c>US-IL</c>; the country's rules apply where the state has none.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The contract's currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Private, public or federal.</summary>
    public ProjectSector? Sector { get; init; }

    /// <summary>Date of the contract.</summary>
    public CalendarDate? ContractDate { get; init; }

    /// <summary>Sum of the billed contract.</summary>
    public decimal? ContractValue { get; init; }

    /// <summary>Sum of the prime contract above it.</summary>
    public decimal? PrimeContractValue { get; init; }

    /// <summary>Value of the project.</summary>
    public decimal? ProjectValue { get; init; }

    /// <summary>Number of dwellings; 0 where the project is not residential.</summary>
    public int? Dwellings { get; init; }

    /// <summary>Whether the bond that a rule requires is furnished.</summary>
    public bool? IsBonded { get; init; }

    /// <summary>The fraction that the owner actually withholds; null where it is not known. Some jurisdictions limit subcontracts to it.</summary>
    public decimal? OwnerHeldRate { get; init; }

    /// <summary>Rules that a controller decided do not apply.</summary>
    public IReadOnlyList<RuleException> Exceptions { get; init; } = [];
}
