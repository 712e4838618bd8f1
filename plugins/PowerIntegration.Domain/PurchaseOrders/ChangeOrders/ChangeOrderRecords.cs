namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>Makes one change order of all records about it, so that none counts twice.</summary>
public static class ChangeOrderRecords
{
    /// <summary>
    /// The change orders. What is in no package yet is none, and the status of a twin does not count. A package that the newer record names is that
    /// record, whose lines say which schedule-of-values line they change.
    /// </summary>
    public static IReadOnlyList<CommitmentChangeOrder> Combine(IReadOnlyList<ChangeOrderRecord> records)
    {
        var newer = Of(records, ChangeOrderRecordKind.CommitmentChangeOrder);
        var named = new HashSet<string>(newer.Select(record => record.PackageId ?? ""), StringComparer.Ordinal);
        var packages = Of(records, ChangeOrderRecordKind.Package).Where(package => !named.Contains(package.Content.RecordId));
        return
        [
            .. newer.Select(record => record.Content.Lines.Count > 0 ? record.Content : WithLines(record.Content, record.PackageId, records)),
            .. packages.Select(package => WithLines(package.Content, package.Content.RecordId, records)),
        ];
    }

    private static CommitmentChangeOrder WithLines(CommitmentChangeOrder content, string? packageId, IReadOnlyList<ChangeOrderRecord> records)
    {
        var requests = new HashSet<string>(
            Of(records, ChangeOrderRecordKind.Request)
                .Where(request => Names(request.PackageId, packageId))
                .Select(request => request.Content.RecordId),
            StringComparer.Ordinal
        );
        var potentials = Of(records, ChangeOrderRecordKind.Potential)
            .Where(potential => Names(potential.PackageId, packageId) || requests.Contains(potential.RequestId ?? ""));
        var lines = potentials.SelectMany(potential => potential.Content.Lines).ToList();

        // Twin and package may both list the lines.
        return lines.Count == 0 ? content : content with { Lines = lines };
    }

    private static bool Names(string? named, string? packageId) => named is not null && named == packageId;

    private static IReadOnlyList<ChangeOrderRecord> Of(IEnumerable<ChangeOrderRecord> records, ChangeOrderRecordKind kind) =>
        [.. records.Where(record => record.Kind == kind)];
}
