using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;

namespace PowerIntegration.Domain.Versions;

/// <summary>One version of the billing terms of a commitment. Invariant: a version with problems is not used for billing.</summary>
public sealed record TermsVersion
{
    /// <summary>Key of its row; sentences and preparations refer to it.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of its content, for the trail; null where its row has none.</summary>
    public string? VersionHash { get; init; }

    /// <summary>Number within the commitment, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First period end that it applies to.</summary>
    public required CalendarDate ValidFrom { get; init; }

    /// <summary>Last period end that it applies to; null for no end.</summary>
    public CalendarDate? ValidTo { get; init; }

    /// <summary>True where lines match purchase order lines.</summary>
    public required bool IsMatched { get; init; }

    /// <summary>The billing terms.</summary>
    public required ContractTerms Terms { get; init; }

    /// <summary>How tax is treated; null where there are no tax terms.</summary>
    public TaxTerms? Tax { get; init; }

    /// <summary>How tax is withheld from payments; null where none is.</summary>
    public WithholdingTaxTerms? Withholding { get; init; }

    /// <summary>The jurisdiction of the project; null where no legal rule is applied.</summary>
    public JurisdictionFacts? Region { get; init; }

    /// <summary>How payment depends on the owner's payment; null where it does not.</summary>
    public PaymentTerms? PaymentClause { get; init; }

    /// <summary>What is wrong in the row, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True where it applies on the day.</summary>
    public bool HoldsOn(CalendarDate day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);
}
