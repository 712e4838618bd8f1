using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>A purchase order schedule as an invoice line names it.</summary>
internal readonly record struct ScheduleKey(string OrderNumber, decimal LineNumber, decimal ScheduleNumber)
{
    /// <summary>The schedule that a line is matched to, or null.</summary>
    public static ScheduleKey? Of(JsonObject line) =>
        (line.Text("PurchaseOrderNumber"), line.Number("PurchaseOrderLineNumber"), line.Number("PurchaseOrderScheduleLineNumber"))
            is ({ } order, { } number, { } schedule)
            ? new ScheduleKey(order, number, schedule)
            : null;

    public override string ToString() => $"purchase order {OrderNumber}, line {LineNumber}, schedule {ScheduleNumber}";
}
