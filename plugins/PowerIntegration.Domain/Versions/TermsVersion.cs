using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;

namespace PowerIntegration.Domain.Versions;

/// <summary>One version of what a contract says about billing. Invariant: where there are problems, nothing is billed by it.</summary>
public sealed record TermsVersion
{
    /// <summary>Key of its row, by which sentences and preparations name it.</summary>
    public required string Key { get; init; }

    /// <summary>Number within the contract, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First period end for which it holds.</summary>
    public required CalendarDate ValidFrom { get; init; }

    /// <summary>Last period end for which it holds; null for no end.</summary>
    public CalendarDate? ValidTo { get; init; }

    /// <summary>True where lines match purchase order lines.</summary>
    public required bool IsMatched { get; init; }

    /// <summary>What is said about billing.</summary>
    public required ContractTerms Terms { get; init; }

    /// <summary>How tax is treated; null where nothing is said.</summary>
    public TaxTerms? Tax { get; init; }

    /// <summary>How tax is withheld from payments; null where none is.</summary>
    public WithholdingTaxTerms? Withholding { get; init; }

    /// <summary>Where the contract lies; null where no rule of law is applied.</summary>
    public JurisdictionFacts? Region { get; init; }

    /// <summary>How payment depends on the owner's; null where it does not.</summary>
    public PaymentTerms? PaymentClause { get; init; }

    /// <summary>What of the row cannot be used, one sentence each, with its column.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True on the days for which it holds.</summary>
    public bool HoldsOn(CalendarDate day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);
}
