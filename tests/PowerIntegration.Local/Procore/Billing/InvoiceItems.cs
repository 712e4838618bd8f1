using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>Fills in the lines of an invoice.</summary>
internal static class InvoiceItems
{
    private static readonly string[] HistoryColumns =
    [
        "work_completed_this_period",
        "materials_presently_stored",
        "work_completed_retainage_released_this_period",
        "materials_stored_retainage_released_this_period",
        "comment",
    ];

    /// <summary>Puts what people enter into an invoice's lines; retainage follows from the line's rate unless it is entered too.</summary>
    /// <param name="store">The records.</param>
    /// <param name="requisition">The invoice; it is changed.</param>
    /// <param name="entries">Lines that are filled in.</param>
    /// <exception cref="InvalidOperationException">An entry is for a line the invoice does not have, comes twice, or its amount is not
    /// possible.</exception>
    public static void Apply(ProcoreStore store, JsonObject requisition, IReadOnlyList<InvoiceItemScript> entries)
    {
        var previous = RequisitionSummary.PreviousOf(store, requisition);
        foreach (var entry in entries)
        {
            RequirePossible(entry);
            var item =
                RequisitionLines.Find(requisition, entry.LineItemId, entry.DetailLineItemId)
                ?? throw new InvalidOperationException($"Line {entry.LineItemId} is not a line of commitment {requisition["commitment_id"]}.");
            var before = RequisitionLines.Read(item, RequisitionLines.Find(previous, item));
            var line = before with
            {
                ThisPeriod = entry.WorkCompletedThisPeriod,
                Stored = entry.MaterialsPresentlyStored,
                WorkReleased = entry.WorkRetainageReleased ?? before.WorkReleased,
                StoredReleased = entry.StoredRetainageReleased ?? before.StoredReleased,
                WorkRetainedByHand = entry.WorkRetainageRetained,
                StoredHeldByHand =
                    entry.StoredRetainageHeld + (entry.StoredRetainageHeld is null ? 0 : entry.StoredRetainageReleased ?? before.StoredReleased),
            };
            RequireHeld(entry.LineItemId, line);
            RequisitionLines.Write(item, line);
            item["subcontractor_claimed_amount"] = WireValue.Money(entry.SubcontractorClaimedAmount ?? line.Movement);
            item["comment"] = entry.Comment;
        }

        FillUntouched(requisition);
    }

    /// <summary>Lowers the retainage rate of every line, on what was held before too: Procore shows the difference as released this period.</summary>
    /// <param name="store">The records.</param>
    /// <param name="requisition">The invoice; it is changed.</param>
    /// <param name="percent">The new rate, 5 for five percent.</param>
    /// <exception cref="InvalidOperationException">The rate does not fall.</exception>
    public static void LowerRetainage(ProcoreStore store, JsonObject requisition, decimal percent)
    {
        var previous = RequisitionSummary.PreviousOf(store, requisition);
        foreach (var item in requisition["items"]!.AsArray().Select(item => item!.AsObject()))
        {
            var line = RequisitionLines.Read(item, RequisitionLines.Find(previous, item));
            if (percent < 0 || percent / 100 >= line.Rate)
            {
                throw new InvalidOperationException(
                    $"Line {item["line_item_id"]}: retainage of {100 * line.Rate} % cannot be lowered to {percent} %."
                );
            }

            RequisitionLines.Write(item, line.Lowered(percent / 100));
        }
    }

    /// <summary>The changes between two states of an invoice's lines, for the change history.</summary>
    public static IReadOnlyList<HistoryChange> Differences(JsonObject before, JsonObject after) =>
        [
            .. after["items"]!
                .AsArray()
                .Zip(before["items"]!.AsArray())
                .SelectMany(pair =>
                    HistoryColumns
                        .Where(column => pair.First![column]?.ToString() != pair.Second![column]?.ToString())
                        .Select(column => new HistoryChange(
                            column,
                            pair.Second![column]?.ToString(),
                            pair.First![column]?.ToString(),
                            WireValue.Id(pair.First!.AsObject()),
                            ProcoreGuesses.ItemType
                        ))
                ),
        ];

    private static void FillUntouched(JsonObject requisition)
    {
        foreach (var item in requisition["items"]!.AsArray().Where(item => item!["subcontractor_claimed_amount"] is null))
        {
            item!["subcontractor_claimed_amount"] = WireValue.Money(
                WireValue.Money(item.AsObject(), "total_completed_and_stored_to_date")
                    - WireValue.Money(item.AsObject(), "total_completed_and_stored_to_date_from_previous")
            );
        }
    }

    private static void RequireHeld(long lineItemId, CertificateLine line)
    {
        if (line.WorkReleased < 0 || line.StoredReleased < 0 || line.WorkRetainage < 0 || line.StoredRetainage < 0)
        {
            throw new InvalidOperationException(
                $"Line {lineItemId}: a release of {line.WorkReleased} on work and {line.StoredReleased} on stored material leaves "
                    + $"{line.WorkRetainage} and {line.StoredRetainage} held. "
                    + "Release no more than is held."
            );
        }
    }

    private static void RequirePossible(InvoiceItemScript entry)
    {
        if (entry.MaterialsPresentlyStored < 0)
        {
            throw new InvalidOperationException(
                $"Line {entry.LineItemId}: materials presently stored {entry.MaterialsPresentlyStored} is a balance and cannot be negative."
            );
        }

        decimal?[] amounts =
        [
            entry.WorkCompletedThisPeriod,
            entry.MaterialsPresentlyStored,
            entry.WorkRetainageReleased,
            entry.StoredRetainageReleased,
            entry.WorkRetainageRetained,
            entry.StoredRetainageHeld,
        ];
        if (amounts.Any(amount => amount is { Scale: > 2 }))
        {
            throw new InvalidOperationException($"Line {entry.LineItemId}: an amount has more than two decimals.");
        }
    }
}
