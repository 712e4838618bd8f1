using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The action <c>validateInvoice</c>: places system holds whose causes are there, lifts those whose causes have gone.</summary>
internal sealed class InvoiceValidation(PayablesBook book, PurchaseOrderMatch match, TimeProvider clock)
{
    public void Validate(JsonObject invoice, string userName)
    {
        if (invoice.Flag("CanceledFlag"))
        {
            throw RequestRefusedException.BadRequest($"The {InvoiceIdentity.Of(invoice)} is canceled and can't be validated.");
        }

        var now = Row.Timestamp(clock.GetUtcNow());
        var causes = Causes(invoice).ToList();
        var open = book.HoldsOf(InvoiceIdentity.Of(invoice)).Where(InvoiceHolds.IsOpen).ToList();
        var nextId = book.NextHoldId;
        List<JsonObject> changed =
        [
            .. open.Where(InvoiceHolds.IsSystem)
                .Where(hold => !causes.Exists(cause => cause.Describes(hold)))
                .Select(hold => InvoiceHolds.Released(hold, AssumedFacts.SystemRelease, AssumedFacts.SystemRelease, "System", now)),
            .. causes.Where(cause => !open.Exists(cause.Describes)).Select(cause => InvoiceHolds.Placed(nextId++, invoice, cause, now)),
        ];
        var manual = open.Count(hold => !InvoiceHolds.IsSystem(hold));
        var updated = invoice.Copy();
        InvoiceStatus.MarkValidated(updated);
        updated["ValidationStatus"] = InvoiceStatus.Of(updated, causes.Count + manual);
        InvoiceStatus.Stamp(updated, userName, now);
        book.Commit(updated, changed);
    }

    private IEnumerable<HoldCause> Causes(JsonObject invoice)
    {
        var lines = invoice.Rows("invoiceLines").ToList();
        var total = lines.Sum(line => line.Number("LineAmount")!.Value);
        if (total != invoice.Number("InvoiceAmount"))
        {
            yield return new HoldCause(
                AssumedFacts.LineVarianceHold,
                AssumedFacts.LineVarianceReason,
                $"Lines {total}, invoice {invoice.Number("InvoiceAmount")}.",
                null
            );
        }

        if (lines.FirstOrDefault(line => !HasDistribution(line)) is { } bare)
        {
            yield return new HoldCause(
                AssumedFacts.DistributionVarianceHold,
                AssumedFacts.DistributionVarianceReason,
                $"Line {bare.Number("LineNumber")} has no distribution.",
                null
            );
        }

        foreach (var key in lines.Select(ScheduleKey.Of).OfType<ScheduleKey>().Distinct())
        {
            var (billed, ordered) = (book.BilledOn(key), match.Schedule(key)!.Number("Amount") ?? 0m);
            if (billed > ordered)
            {
                yield return new HoldCause(
                    AssumedFacts.AmountOrderedHold,
                    AssumedFacts.AmountOrderedReason,
                    $"Billed {billed}, ordered {ordered} on {key}.",
                    key
                );
            }
        }
    }

    private static bool HasDistribution(JsonObject line) =>
        ScheduleKey.Of(line) is not null || line["DistributionCombination"] is not null || line.Rows("invoiceLineProjectDff").Any();
}
