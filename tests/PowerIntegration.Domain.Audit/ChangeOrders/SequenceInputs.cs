using PowerIntegration.Audit.Orders;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Audit.ChangeOrders;

/// <summary>A sequence in the words of the rules.</summary>
internal static class SequenceInputs
{
    public static PolicyVersion Policy(OrderSequence sequence) =>
        new()
        {
            Key = "P",
            Policy = Enum.Parse<ChangeOrderPolicy>(sequence.Rule.ToString()),
            ValidFrom = new CalendarDate(2026, 1, 1),
            EnteredBy = "one",
            SignedBy = "two",
            CreditLineType = sequence.TakesCredits ? "Credit" : null,
        };

    public static PurchaseOrder Order(OrderSequence sequence, string number) =>
        new()
        {
            Number = number,
            CommitmentNumber = number,
            CurrencyCode = "USD",
            Status = PurchaseOrderStatus.Open,
            Revision = 0,
            Lines =
            [
                .. sequence.Rows.Select(
                    (row, index) =>
                        Line(index + 1, row.Id, row.Cents, row.Task) with
                        {
                            CommitmentLineId = row.Id,
                            Quantity = row.Units,
                            Price = row.Units is { } units ? row.Cents / 100m / units : null,
                        }
                ),
            ],
        };

    public static PurchaseOrder Bought(PurchaseOrder order, OrderStep step)
    {
        var place = step.Place[1..];
        var bought = order.Lines.Any(line => !line.IsCanceled && PredictionComparison.PlaceOf(line) == place);
        return order with
        {
            Revision = order.Revision + 1,
            Lines = bought
                ? [.. order.Lines.Select(line => !line.IsCanceled && PredictionComparison.PlaceOf(line) == place ? Raised(line, step.Cents) : line)]
                : [.. order.Lines, Line(order.Lines.Max(line => line.Number) + 1, place, step.Cents, "T1")],
        };
    }

    public static CommitmentChangeOrder ChangeOrder(OrderStep step, string commitmentNumber)
    {
        var content = new CommitmentChangeOrder
        {
            RecordId = $"P{step.Change}",
            CommitmentNumber = commitmentNumber,
            Number = $"{step.Change}",
            Revision = step.Revision,
            Tier = (ChangeOrderTier)step.Tier,
            Status = step.Kind == StepKind.Voided ? ChangeOrderStatus.Void : ChangeOrderStatus.Approved,
            CurrencyCode = "USD",
            StatedTotal = step.Lines.Sum(line => line.Cents) / 100m,
            Lines = [],
        };
        return ChangeOrderRecords.Combine([.. Records(step, content, [.. step.Lines.Select(Line)])]).Single();
    }

    // As Procore keeps them: with one tier a hidden twin, with two a potential change order a line, with three a request between.
    private static IEnumerable<ChangeOrderRecord> Records(OrderStep step, CommitmentChangeOrder content, IReadOnlyList<ChangeOrderLine> lines)
    {
        yield return new ChangeOrderRecord(ChangeOrderRecordKind.Package, content with { Lines = step.Tier == 1 ? lines : [] });
        if (step.Tier == 1)
        {
            yield return new ChangeOrderRecord(ChangeOrderRecordKind.Potential, content with { RecordId = "T", Lines = lines })
            {
                PackageId = content.RecordId,
            };
            if (step.Change % 2 == 0)
            {
                yield return new ChangeOrderRecord(ChangeOrderRecordKind.CommitmentChangeOrder, content with { Lines = lines })
                {
                    PackageId = content.RecordId,
                };
            }

            yield break;
        }

        if (step.Tier == 3)
        {
            yield return new ChangeOrderRecord(ChangeOrderRecordKind.Request, content with { RecordId = "R" }) { PackageId = content.RecordId };
        }

        foreach (var line in lines)
        {
            yield return new ChangeOrderRecord(ChangeOrderRecordKind.Potential, content with { RecordId = "T" + line.LineId, Lines = [line] })
            {
                PackageId = step.Tier == 2 ? content.RecordId : null,
                RequestId = step.Tier == 3 ? "R" : null,
            };
        }
    }

    private static ChangeOrderLine Line(ChangedLine line) =>
        new()
        {
            LineId = line.Id,
            Description = line.Id,
            Amount = (line.Cents - line.MarkupCents) / 100m,
            Markup = line.MarkupCents / 100m,
            Tax = line.TaxCents / 100m,
            Coding = Coding(line.Task),
            CommitmentLineId = line.RowId,
            Quantity = line.Units,
            UnitCost = line.UnitCents / 100m,
        };

    private static PurchaseOrderLine Line(int number, string description, long cents, string task) =>
        new()
        {
            Number = number,
            Description = description,
            Schedules =
            [
                new PurchaseOrderSchedule
                {
                    Number = 1,
                    Amount = cents / 100m,
                    Coding = Coding(task),
                },
            ],
        };

    private static PurchaseOrderLine Raised(PurchaseOrderLine line, long cents) =>
        line with
        {
            Schedules = [line.Schedules[0] with { Amount = line.Schedules[0].Amount + (cents / 100m) }, .. line.Schedules.Skip(1)],
        };

    private static TaskCoding Coding(string task) => new("P", task, "Subcontract", "East");
}
