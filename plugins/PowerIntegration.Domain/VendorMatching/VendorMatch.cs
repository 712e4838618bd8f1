namespace PowerIntegration.Domain.VendorMatching;

/// <summary>What was found for a vendor.</summary>
public sealed record VendorMatch
{
    /// <summary>The vendor.</summary>
    public required VendorRecord Vendor { get; init; }

    /// <summary>Linked, proposed or unmatched.</summary>
    public MatchState State =>
        Supplier is not null ? MatchState.Linked
        : Proposals.Count > 0 ? MatchState.Proposed
        : MatchState.Unmatched;

    /// <summary>The supplier to which it is linked; null where it is not.</summary>
    public SupplierRecord? Supplier { get; init; }

    /// <summary>What links it; null where it is not linked.</summary>
    public LinkEvidence? Evidence { get; init; }

    /// <summary>Why it is linked; empty where it is not.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Sites of the supplier by business unit; empty where it is not linked.</summary>
    public IReadOnlyList<UnitSite> Sites { get; init; } = [];

    /// <summary>Suppliers that may be meant, the best first; empty where it is linked.</summary>
    public IReadOnlyList<SupplierProposal> Proposals { get; init; } = [];

    /// <summary>What a person has to look at.</summary>
    public IReadOnlyList<MatchNote> Notes { get; init; } = [];

    /// <summary>True where a new document may name the supplier: it is linked, active and authorized, and a business unit has a site.</summary>
    public bool TakesNewDocuments =>
        Supplier is not null
        && !Notes.Any(note => note.Issue is MatchIssue.InactiveSupplier or MatchIssue.ProspectiveSupplier or MatchIssue.NoUsableSite);
}
