using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Readiness;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>An active commitment of a project with what its invoices need.</summary>
public sealed record CommitmentReadiness
{
    /// <summary>Row id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its row.</summary>
    public required RecordPlace Place { get; init; }

    /// <summary>The commitment's number.</summary>
    public required string Number { get; init; }

    /// <summary>Supplier number.</summary>
    public required string VendorNumber { get; init; }

    /// <summary>Supplier site.</summary>
    public required string VendorSite { get; init; }

    /// <summary>Whose invoices it pays; null where no vendor of Procore is linked.</summary>
    public required VendorLink? VendorLink { get; init; }

    /// <summary>The row of the vendor link, or the commitment's where it has none.</summary>
    public required RecordPlace VendorPlace { get; init; }

    /// <summary>Every active version of its terms.</summary>
    public required IReadOnlyList<TermsInForce> Terms { get; init; }

    /// <summary>True where an application is posted, so that opening balances count no more.</summary>
    public required bool IsPosted { get; init; }

    /// <summary>Its opening balances; null where it has none.</summary>
    public OpeningEntry? Opening { get; init; }

    /// <summary>Who signed the opening balances.</summary>
    public required OpeningSignature Signature { get; init; }

    /// <summary>The lowest number of any of its applications here, void ones included; null where there is none.</summary>
    public int? LowestNumber { get; init; }
}
