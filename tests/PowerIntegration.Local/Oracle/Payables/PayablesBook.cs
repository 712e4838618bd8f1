using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Projects;
using PowerIntegration.Local.Oracle.Rest;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>
/// The committed invoices, holds and period statuses. A change is in the file before it is in memory, and in memory before anybody hears of it.
/// </summary>
internal sealed class PayablesBook
{
    private const string InvoiceKind = "invoice";
    private const string HoldKind = "hold";
    private const string PeriodKind = "period";
    private const long FirstInvoiceId = 300_000_501_000_001;
    private const long FirstHoldId = 300_000_502_000_001;
    private readonly RowFile file;
    private readonly SortedDictionary<long, JsonObject> invoices = [];
    private readonly SortedDictionary<long, JsonObject> holds = [];
    private readonly Dictionary<string, string> periodStatuses = new(StringComparer.Ordinal);
    private readonly Dictionary<InvoiceIdentity, long> idsByIdentity = [];
    private readonly Dictionary<ScheduleKey, decimal> billed = [];

    public PayablesBook(RowFile file)
    {
        this.file = file;
        foreach (var row in file.Load())
        {
            var json = JsonNode.Parse(row.Json!)!.AsObject();
            switch (row.Kind)
            {
                case InvoiceKind:
                    Put(json);
                    break;
                case HoldKind:
                    holds[json.Id("HoldId")] = json;
                    break;
                case PeriodKind:
                    periodStatuses[row.Id] = json.Text("PayablesStatus")!;
                    break;
                case ProjectBook.ProjectKind or ProjectBook.TypeKind or ProjectBook.OrganizationKind:
                    break;
                default:
                    throw file.Refusal($"holds records of the unknown kind '{row.Kind}'.");
            }
        }
    }

    public IReadOnlyCollection<JsonObject> Invoices => invoices.Values;

    public IReadOnlyCollection<JsonObject> Holds => holds.Values;

    public long NextInvoiceId => invoices.Count == 0 ? FirstInvoiceId : invoices.Keys.Last() + 1;

    public long NextHoldId => holds.Count == 0 ? FirstHoldId : holds.Keys.Last() + 1;

    public JsonObject? Find(InvoiceIdentity identity) => idsByIdentity.TryGetValue(identity, out var id) ? invoices[id] : null;

    /// <summary>What all invoices have billed on a schedule so far.</summary>
    public decimal BilledOn(ScheduleKey schedule) => billed.GetValueOrDefault(schedule);

    public IEnumerable<JsonObject> HoldsOf(InvoiceIdentity invoice) => holds.Values.Where(hold => InvoiceIdentity.Of(hold) == invoice);

    /// <summary>A period's status where it was changed after the seed, or null.</summary>
    public string? PeriodStatus(string period) => periodStatuses.GetValueOrDefault(period);

    /// <summary>Stores an invoice and holds, all or none.</summary>
    public void Commit(JsonObject invoice, IReadOnlyList<JsonObject> changedHolds) => Commit([invoice], changedHolds);

    /// <summary>Stores invoices and holds, all or none.</summary>
    public void Commit(IReadOnlyList<JsonObject> changedInvoices, IReadOnlyList<JsonObject> changedHolds)
    {
        file.Commit([
            .. changedHolds.Select(hold => Stored(HoldKind, hold.Id("HoldId"), hold)),
            .. changedInvoices.Select(invoice => Stored(InvoiceKind, invoice.Id("InvoiceId"), invoice)),
        ]);
        foreach (var hold in changedHolds)
        {
            holds[hold.Id("HoldId")] = hold;
        }

        foreach (var invoice in changedInvoices)
        {
            Put(invoice);
        }
    }

    public void CommitPeriod(string period, string status)
    {
        file.Commit([new StoredRow(PeriodKind, period, new JsonObject { ["PayablesStatus"] = status }.ToJsonString())]);
        periodStatuses[period] = status;
    }

    private void Put(JsonObject invoice)
    {
        var id = invoice.Id("InvoiceId");
        if (invoices.TryGetValue(id, out var before))
        {
            idsByIdentity.Remove(InvoiceIdentity.Of(before));
            Bill(before, -1m);
        }

        invoices[id] = invoice;
        idsByIdentity[InvoiceIdentity.Of(invoice)] = id;
        Bill(invoice, 1m);
    }

    private void Bill(JsonObject invoice, decimal sign)
    {
        foreach (var line in invoice.Rows("invoiceLines"))
        {
            if (ScheduleKey.Of(line) is { } schedule)
            {
                billed[schedule] = BilledOn(schedule) + (sign * line.Number("LineAmount")!.Value);
            }
        }
    }

    private static StoredRow Stored(string kind, long id, JsonObject row) => new(kind, id.ToString(CultureInfo.InvariantCulture), row.ToJsonString());
}
