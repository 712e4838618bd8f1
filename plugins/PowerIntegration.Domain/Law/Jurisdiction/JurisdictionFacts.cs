using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What a contract must say so that the rules of its place can be found. Null means that it is not known, never zero.</summary>
public sealed record JurisdictionFacts
{
    /// <summary>How sentences name the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>ISO 3166 code of the place of the project, <c>US-IL</c>; the country's rules apply where its part has none.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The contract's currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Private, public or federal.</summary>
    public ProjectSector? Sector { get; init; }

    /// <summary>Date of the contract.</summary>
    public CalendarDate? ContractDate { get; init; }

    /// <summary>Sum of the contract that is billed.</summary>
    public decimal? ContractValue { get; init; }

    /// <summary>Sum of the prime contract above it.</summary>
    public decimal? PrimeContractValue { get; init; }

    /// <summary>Value of the whole project.</summary>
    public decimal? ProjectValue { get; init; }

    /// <summary>Number of dwellings; 0 where the project is not residential.</summary>
    public int? Dwellings { get; init; }

    /// <summary>Whether the bond is furnished that the rule of the place asks for.</summary>
    public bool? IsBonded { get; init; }

    /// <summary>The fraction that the owner really holds back from us; null where it is not known. Some places bind a subcontract to it.</summary>
    public decimal? OwnerHeldRate { get; init; }

    /// <summary>Rules that a controller found not to apply.</summary>
    public IReadOnlyList<RuleException> Exceptions { get; init; } = [];
}
