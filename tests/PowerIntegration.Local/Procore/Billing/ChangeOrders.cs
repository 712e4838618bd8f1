using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>What an approved change order does to its commitment.</summary>
internal static class ChangeOrders
{
    /// <summary>Field of a line that a change order added: its number. It is not answered.</summary>
    public const string Mark = "change_order_number";

    /// <summary>The records that change.</summary>
    /// <exception cref="InvalidOperationException">It does not fit the commitment; the message says why.</exception>
    public static IReadOnlyList<StoredRecord> Approve(ProcoreStore store, ChangeOrderScript order)
    {
        var at = WireValue.Time(order.ApprovedAt);
        var own = store.All(RecordKind.LineItems).Where(line => WireValue.Id(line["holder"]!.AsObject()) == order.CommitmentId).ToList();
        var position = own.Max(line => WireValue.Number(line, "position"));
        var changes = new List<StoredRecord>();
        foreach (var change in order.Lines)
        {
            var line = store.Find(RecordKind.LineItems, change.LineItemId) is { } known
                ? Moved(own, known, change, order)
                : Added(own, change, order, ++position, at);
            line["updated_at"] = at;
            changes.Add(new StoredRecord(RecordKind.LineItems, line));
        }

        var commitment = store.Get(RecordKind.Commitments, order.CommitmentId).DeepClone().AsObject();
        Raise(
            commitment,
            order.Lines.Sum(line => line.Amount),
            "approved_change_orders",
            "revised_contract",
            "pending_revised_contract",
            "remaining_balance_outstanding"
        );
        commitment["updated_at"] = at;
        changes.Add(new StoredRecord(RecordKind.Commitments, commitment));
        return changes;
    }

    private static JsonObject Moved(List<JsonObject> own, JsonObject known, ChangeOrderLineScript change, ChangeOrderScript order)
    {
        if (!own.Contains(known))
        {
            throw new InvalidOperationException(
                $"Change order {order.Number}: line {change.LineItemId} is not a line of commitment {order.CommitmentId}."
            );
        }

        var line = known.DeepClone().AsObject();
        Raise(line, change.Amount, "amount", "extended_amount", "total_amount");
        return line;
    }

    private static JsonObject Added(List<JsonObject> own, ChangeOrderLineScript change, ChangeOrderScript order, long position, string at)
    {
        var coded = own.SingleOrDefault(line => WireValue.Id(line) == change.CodingOfLineItemId);
        if (coded is null || change.Description is null)
        {
            throw new InvalidOperationException(
                $"Change order {order.Number} adds line {change.LineItemId}: "
                    + $"give it a description and, as coding_of_line_item_id, the line of commitment {order.CommitmentId} whose coding it has."
            );
        }

        var line = coded.DeepClone().AsObject();
        line["id"] = change.LineItemId;
        line["position"] = position;
        line["description"] = change.Description;
        line["created_at"] = at;
        line[Mark] = order.Number;
        foreach (var field in new[] { "amount", "extended_amount", "total_amount" })
        {
            line[field] = WireValue.Money(change.Amount);
        }

        return line;
    }

    private static void Raise(JsonObject row, decimal amount, params string[] fields)
    {
        foreach (var field in fields)
        {
            row[field] = WireValue.Money(WireValue.Money(row, field) + amount);
        }
    }
}
