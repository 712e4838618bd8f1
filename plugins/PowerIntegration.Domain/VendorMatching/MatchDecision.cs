namespace PowerIntegration.Domain.VendorMatching;

/// <summary>What is found about one vendor while its evidence is looked at.</summary>
internal sealed class MatchDecision(VendorRecord vendor)
{
    private const int ContradictedMax = 50;

    private readonly List<MatchNote> notes = [];
    private readonly List<SupplierProposal> contradicted = [];

    public VendorRecord Vendor { get; } = vendor;

    public SupplierRecord? Supplier { get; private set; }

    public LinkEvidence? Evidence { get; private set; }

    public string Sentence { get; private set; } = "";

    public IReadOnlyList<MatchNote> Notes => notes;

    /// <summary>Suppliers that an ID names and that are not linked, because something contradicts.</summary>
    public IReadOnlyList<SupplierProposal> Contradicted => contradicted;

    public void Link(MergeEnd way, LinkEvidence evidence, string sentence)
    {
        Supplier = way.Survivor;
        Evidence = evidence;
        Sentence = sentence;
        if (way.IsMerged)
        {
            Add(MatchIssue.MergedSupplier, $"{way.Sentence} Vendor {Vendor.Label} is linked to {way.Survivor!.Label}.");
        }
    }

    public void Add(MatchIssue issue, string sentence) => notes.Add(new MatchNote(issue, sentence));

    public bool Has(params MatchIssue[] issues) => notes.Any(note => issues.Contains(note.Issue));

    public void Propose(IEnumerable<SupplierRecord> suppliers, ProposalEvidence evidence, string reason)
    {
        // Those at the vendor's postal code first, because not more than some are compared.
        var nearest = suppliers.OrderByDescending(supplier => Vendor.Address.HasPostalCodeOf(supplier.Address)).Take(ContradictedMax);
        foreach (var supplier in nearest.Where(supplier => contradicted.All(one => one.Supplier != supplier)))
        {
            contradicted.Add(new SupplierProposal(supplier, evidence, $"Supplier {supplier.Label} {reason}."));
        }
    }
}
