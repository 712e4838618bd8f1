namespace PowerIntegration.Domain.VendorMatching;

/// <summary>The suppliers that an ID names, and those of them that are meant today.</summary>
internal sealed class IdCandidates
{
    private IdCandidates(IReadOnlyList<MergeEnd> ends, IReadOnlyList<SupplierRecord> active)
    {
        Ends = ends;
        Active = active;
    }

    /// <summary>What the ID names, each with the supplier that is meant.</summary>
    public IReadOnlyList<MergeEnd> Ends { get; }

    /// <summary>The active suppliers that are meant, each once.</summary>
    public IReadOnlyList<SupplierRecord> Active { get; }

    public static IdCandidates Of(SupplierDirectory directory, IEnumerable<SupplierRecord> found)
    {
        var ends = found.Select(directory.Follow).ToList();
        var active = ends.Select(end => end.Survivor)
            .OfType<SupplierRecord>()
            .Where(supplier => !supplier.IsEndedOn(directory.Day))
            .Distinct()
            .OrderBy(supplier => supplier.Number, StringComparer.Ordinal)
            .ToList();
        return new IdCandidates(ends, active);
    }

    /// <summary>How a supplier was reached; the way without a merge where there are several.</summary>
    public MergeEnd WayTo(SupplierRecord supplier) => Ends.Where(end => end.Survivor == supplier).OrderBy(end => end.IsMerged).First();
}
