using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>Who changed what of an invoice when.</summary>
/// <param name="store">The records.</param>
internal sealed class ChangeHistory(ProcoreStore store)
{
    private const long FirstId = 562949953950001;

    /// <summary>Rows to store for one step of one person.</summary>
    public IEnumerable<StoredRecord> Rows(IReadOnlyList<HistoryChange> changes, JsonObject person, DateTimeOffset at)
    {
        var id = store.NextId(RecordKind.ChangeHistories, FirstId);
        return changes.Select(
            (change, index) =>
                new StoredRecord(
                    RecordKind.ChangeHistories,
                    new JsonObject
                    {
                        ["id"] = id + index,
                        ["column"] = change.Column,
                        ["old_value"] = change.OldValue,
                        ["new_value"] = change.NewValue,
                        ["action_by"] = WireValue.Text(person, "name"),
                        ["action_by_id"] = WireValue.Id(person),
                        ["created_at"] = WireValue.Time(at),
                        ["ref_id"] = change.ReferenceId,
                        ["ref_type"] = change.ReferenceType,
                    }
                )
        );
    }

    /// <summary>The rows of one invoice and its lines, oldest first.</summary>
    public IReadOnlyList<JsonObject> Of(JsonObject requisition)
    {
        var items = requisition["items"]!.AsArray().Select(item => WireValue.Id(item!.AsObject())).ToHashSet();
        return
        [
            .. store
                .All(RecordKind.ChangeHistories)
                .Where(row =>
                    WireValue.Text(row, "ref_type") == ProcoreGuesses.ItemType
                        ? items.Contains(WireValue.Number(row, "ref_id"))
                        : WireValue.Number(row, "ref_id") == WireValue.Id(requisition)
                ),
        ];
    }
}
