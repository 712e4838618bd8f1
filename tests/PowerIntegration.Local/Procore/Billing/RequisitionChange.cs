using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>A change of an invoice as it is stored: a new record, and what the history says of it.</summary>
internal static class RequisitionChange
{
    /// <summary>The row changed, at a time.</summary>
    public static JsonObject Changed(JsonObject row, DateTimeOffset at, Action<JsonObject> change)
    {
        var copy = row.DeepClone().AsObject();
        change(copy);
        copy["updated_at"] = WireValue.Time(at);
        return copy;
    }

    /// <summary>What to store for another status that a person, or a workflow in the name of one, gives an invoice.</summary>
    public static IEnumerable<StoredRecord> OfStatus(
        JsonObject requisition,
        string status,
        JsonObject person,
        ChangeHistory history,
        DateTimeOffset at
    )
    {
        var change = new HistoryChange(
            ProcoreGuesses.StatusColumn,
            WireValue.Text(requisition, "status"),
            status,
            WireValue.Id(requisition),
            ProcoreGuesses.RequisitionType
        );
        return
        [
            new StoredRecord(RecordKind.Requisitions, Changed(requisition, at, copy => WriteStatus(copy, status, at))),
            .. history.Rows([change], person, at),
        ];
    }

    private static void WriteStatus(JsonObject requisition, string status, DateTimeOffset at)
    {
        requisition["status"] = status;
        requisition["deletable"] = status == RequisitionStatus.Draft;
        if (status == RequisitionStatus.UnderReview)
        {
            requisition["submitted_at"] = WireValue.Date(DateOnly.FromDateTime(at.UtcDateTime));
        }

        foreach (var item in requisition["items"]!.AsArray())
        {
            item!["status"] = RequisitionStatus.IsApproved(status) ? "approved" : "no_action";
        }
    }
}
