using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Procore.Actors;
using PowerIntegration.Sandbox.Procore.Records;
using PowerIntegration.Sandbox.Procore.Wire;

namespace PowerIntegration.Sandbox.Procore.Billing;

/// <summary>Fills in the lines of an invoice.</summary>
internal static class InvoiceItems
{
    private static readonly string[] HistoryColumns = ["work_completed_this_period", "materials_presently_stored", "comment"];

    /// <summary>Puts what people enter into an invoice's lines; retainage follows from the commitment's rate.</summary>
    /// <param name="store">The records.</param>
    /// <param name="requisition">The invoice; it is changed.</param>
    /// <param name="entries">Lines that are filled in.</param>
    /// <exception cref="InvalidOperationException">An entry is for a line the invoice does not have, comes twice, or its amount is not possible.</exception>
    public static void Apply(ProcoreStore store, JsonObject requisition, IReadOnlyList<InvoiceItemScript> entries)
    {
        var previous = RequisitionSummary.PreviousOf(store, requisition);
        var rate = RequisitionSummary.RateOf(store, requisition);
        foreach (var entry in entries)
        {
            RequirePossible(entry);
            var item = RequisitionLines.Find(requisition, entry.LineItemId)
                ?? throw new InvalidOperationException($"Line {entry.LineItemId} is not a line of commitment {requisition["commitment_id"]}.");
            var line = RequisitionLines.Read(item, RequisitionLines.Find(previous, entry.LineItemId), rate) with
            {
                ThisPeriod = entry.WorkCompletedThisPeriod,
                Stored = entry.MaterialsPresentlyStored,
            };
            RequisitionLines.Write(item, line);
            item["subcontractor_claimed_amount"] = WireValue.Money(entry.SubcontractorClaimedAmount ?? line.Movement);
            item["comment"] = entry.Comment;
        }

        FillUntouched(requisition);
    }

    /// <summary>The changes between two states of an invoice's lines, for the change history.</summary>
    public static IReadOnlyList<HistoryChange> Differences(JsonObject before, JsonObject after) =>
    [
        .. after["items"]!.AsArray().Zip(before["items"]!.AsArray()).SelectMany(pair => HistoryColumns
            .Where(column => pair.First![column]?.ToString() != pair.Second![column]?.ToString())
            .Select(column => new HistoryChange(
                column, pair.Second![column]?.ToString(), pair.First![column]?.ToString(), WireValue.Id(pair.First!.AsObject()), ProcoreGuesses.ItemType))),
    ];

    private static void FillUntouched(JsonObject requisition)
    {
        foreach (var item in requisition["items"]!.AsArray().Where(item => item!["subcontractor_claimed_amount"] is null))
        {
            item!["subcontractor_claimed_amount"] = WireValue.Money(
                WireValue.Money(item.AsObject(), "total_completed_and_stored_to_date") - WireValue.Money(item.AsObject(), "total_completed_and_stored_to_date_from_previous"));
        }
    }

    private static void RequirePossible(InvoiceItemScript entry)
    {
        if (entry.MaterialsPresentlyStored < 0)
        {
            throw new InvalidOperationException($"Line {entry.LineItemId}: materials presently stored {entry.MaterialsPresentlyStored} is a balance and cannot be negative.");
        }

        if (entry.WorkCompletedThisPeriod.Scale > 2 || entry.MaterialsPresentlyStored.Scale > 2)
        {
            throw new InvalidOperationException($"Line {entry.LineItemId}: an amount has more than two decimals.");
        }
    }
}
