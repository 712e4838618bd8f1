using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>
/// What is known of a document's payment holds beside what it froze: the ids that Oracle gave them, and the names of the Payables setup as it is now.
/// An id outlives every renaming, so it counts before a name.
/// </summary>
public sealed record KnownHolds
{
    /// <summary>Nothing is known: the frozen names count.</summary>
    public static KnownHolds None { get; } = new();

    /// <summary>Oracle's ids of the holds; empty until one was read back.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Name of the hold in the Payables setup now; empty where it has none.</summary>
    public string? HoldName { get; init; }

    /// <summary>Name of the release in the Payables setup now; empty where it has none.</summary>
    public string? ReleaseName { get; init; }

    /// <summary>The name under which a hold is placed now.</summary>
    public string PlacedAs(PaymentHold frozen) => Given(HoldName) ?? frozen.HoldName;

    /// <summary>The name under which a hold is released now.</summary>
    public string ReleasedAs(PaymentHold frozen) => Given(ReleaseName) ?? frozen.ReleaseName;

    /// <summary>True where a hold of one of the document's invoices is ours.</summary>
    /// <param name="frozen">What the document froze.</param>
    /// <param name="hold">A hold that Oracle shows.</param>
    public bool IsOurs(PaymentHold frozen, ReadBackHold hold) => IsOurs(frozen, hold.Id, hold.Name);

    /// <summary>The same, by the id and the name of the hold.</summary>
    public bool IsOurs(PaymentHold frozen, string? id, string? name) =>
        (id is not null && Ids.Contains(id)) || name == frozen.HoldName || name == PlacedAs(frozen);

    /// <summary>Our holds on the invoices of a document.</summary>
    /// <param name="prepared">What the document froze.</param>
    /// <param name="oracle">What Oracle shows of its invoices.</param>
    public IReadOnlyList<ReadBackHold> Placed(PreparedInvoice prepared, IEnumerable<ReadBackInvoice> oracle) =>
        prepared.PaymentHold is { } frozen
            ?
            [
                .. oracle
                    .Where(invoice =>
                        prepared.Documents.Any(part => part.InvoiceNumber == invoice.InvoiceNumber && prepared.HoldOf(part) is not null)
                    )
                    .SelectMany(invoice => invoice.Holds)
                    .Where(hold => IsOurs(frozen, hold)),
            ]
            : [];

    private static string? Given(string? name) => string.IsNullOrWhiteSpace(name) ? null : name!.Trim();
}
