using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>Lines of an invoice, from the continuation sheet to the wire and back.</summary>
internal static class RequisitionLines
{
    private const string DetailField = "detail_line_item_id";

    /// <summary>The continuation sheet of a stored line.</summary>
    /// <param name="item">The line in its wire shape.</param>
    /// <param name="previous">The same line of the invoice before, or null.</param>
    public static CertificateLine Read(JsonObject item, JsonObject? previous)
    {
        var isByHand = item["ssr_manual_override"]!.GetValue<bool>();
        var storedReleased = WireValue.Money(item, "materials_stored_retainage_released_this_period");
        return new CertificateLine(
            WireValue.Money(item, "scheduled_value"),
            WireValue.Money(item, "work_completed_from_previous_application"),
            WireValue.Money(item, "work_completed_this_period"),
            WireValue.Money(item, "materials_presently_stored"),
            WireValue.Money(item, "materials_presently_stored_from_previous_progress"),
            WireValue.Money(item, "work_completed_retainage_from_previous_application"),
            previous is null ? 0 : WireValue.Money(previous, "materials_stored_retainage_currently_retained"),
            WireValue.Money(item, "work_completed_retainage_percent_this_period") / 100
        )
        {
            WorkReleased = WireValue.Money(item, "work_completed_retainage_released_this_period"),
            StoredReleased = storedReleased,
            WorkRetainedByHand = isByHand ? WireValue.Money(item, "work_completed_retainage_retained_this_period") : null,
            StoredHeldByHand = isByHand ? WireValue.Money(item, "materials_stored_retainage_currently_retained") + storedReleased : null,
        };
    }

    /// <summary>The line of an invoice that bills a schedule-of-values line, or one part of it, or null.</summary>
    /// <param name="requisition">The invoice, or null.</param>
    /// <param name="lineItemId">The schedule-of-values line.</param>
    /// <param name="detailId">The part of the subcontractor's own breakdown; null where the line is billed as a whole.</param>
    public static JsonObject? Find(JsonObject? requisition, long lineItemId, long? detailId = null) =>
        All(requisition, lineItemId).SingleOrDefault(item => DetailOf(item) == detailId);

    /// <summary>The line of an invoice that bills what a line of another one bills, or null.</summary>
    public static JsonObject? Find(JsonObject? requisition, JsonObject item) =>
        Find(requisition, WireValue.Number(item, "line_item_id"), DetailOf(item));

    /// <summary>The lines of an invoice that bill a schedule-of-values line: one, or its parts.</summary>
    public static IEnumerable<JsonObject> All(JsonObject? requisition, long lineItemId) =>
        (requisition?["items"]?.AsArray() ?? []).Select(item => item!.AsObject()).Where(item => WireValue.Number(item, "line_item_id") == lineItemId);

    private static long? DetailOf(JsonObject item) => item[DetailField]?.GetValue<long>();

    /// <summary>The wire shape of a line that is billed for the first time in this invoice.</summary>
    /// <param name="id">Id of the invoice's line.</param>
    /// <param name="lineItem">The schedule-of-values line.</param>
    /// <param name="line">Its continuation sheet.</param>
    /// <param name="previous">The same line of the invoice before, or null.</param>
    public static JsonObject Create(long id, JsonObject lineItem, CertificateLine line, JsonObject? previous)
    {
        var item = new JsonObject
        {
            ["id"] = id,
            ["item_type"] = lineItem.ContainsKey(ChangeOrders.Mark) ? "change_order_item" : "contract_item",
            ["accounting_method"] = "amount",
            ["line_item_id"] = WireValue.Id(lineItem),
            ["line_number"] = lineItem["position"]!.ToString(),
            ["position"] = lineItem["position"]!.DeepClone(),
            ["description_of_work"] = WireValue.Text(lineItem, "description"),
            ["cost_code_id"] = WireValue.Id(lineItem["cost_code"]!.AsObject()),
            ["wbs_code"] = lineItem["wbs_code"]!.DeepClone(),
            ["currency_configuration"] = lineItem["currency_configuration"]?.DeepClone(),
            ["uom"] = null,
            ["net_amount"] = null,
            ["gross_amount"] = null,
            ["previous_progress_id"] = previous is null ? null : WireValue.Id(previous),
            ["subcontractor_claimed_amount"] = null,
            ["comment"] = null,
            ["status"] = "no_action",
            ["ssr_manual_override"] = false,
            ["taxes"] = new JsonArray(),
        };
        if (previous?[DetailField] is { } detail)
        {
            item[DetailField] = detail.DeepClone();
            item["item_type"] = previous["item_type"]!.DeepClone();
            item["description_of_work"] = previous["description_of_work"]!.DeepClone();
        }

        Write(item, line);
        return item;
    }

    /// <summary>Puts the amounts of a continuation sheet into a line.</summary>
    public static void Write(JsonObject item, CertificateLine line)
    {
        void Put(string field, decimal amount) => item[field] = WireValue.Money(amount);
        Put("scheduled_value", line.ScheduledValue);
        Put("work_completed_from_previous_application", line.FromPrevious);
        Put("work_completed_this_period", line.ThisPeriod);
        Put("materials_presently_stored", line.Stored);
        Put("materials_presently_stored_from_previous_progress", line.StoredBefore);
        Put("materials_moved", 0);
        Put("materials_retainage_retained_moved", 0);
        Put("total_completed_and_stored_to_date", line.ToDate);
        Put("total_completed_and_stored_to_date_percent", line.Percent);
        Put("total_completed_and_stored_to_date_from_previous", line.ToDateBefore);
        Put("work_completed_retainage_from_previous_application", line.WorkRetainageBefore);
        Put("work_completed_retainage_percent_this_period", 100 * line.Rate);
        Put("work_completed_retainage_retained_this_period", line.WorkRetained);
        Put("work_completed_retainage_released_this_period", line.WorkReleased);
        Put("materials_stored_retainage_percent_this_period", 100 * line.Rate);
        Put("materials_stored_retainage_currently_retained", line.StoredRetainage);
        Put("materials_stored_retainage_released_this_period", line.StoredReleased);
        item["ssr_manual_override"] = line.WorkRetainedByHand is not null || line.StoredHeldByHand is not null;
    }

    /// <summary>The row of <c>/detail</c>.</summary>
    /// <param name="item">The line in its wire shape.</param>
    /// <param name="line">Its continuation sheet.</param>
    public static JsonObject Detail(JsonObject item, CertificateLine line) =>
        new()
        {
            ["id"] = WireValue.Id(item),
            ["item_number"] = item["position"]!.DeepClone(),
            ["item_type"] = item["item_type"]!.DeepClone(),
            ["description_of_work"] = item["description_of_work"]!.DeepClone(),
            ["cost_code_id"] = item["cost_code_id"]!.DeepClone(),
            ["scheduled_value"] = WireValue.Money(line.ScheduledValue),
            ["work_completed_from_previous_application"] = WireValue.Money(line.FromPrevious),
            ["work_completed_this_period"] = WireValue.Money(line.ThisPeriod),
            ["materials_presently_stored"] = WireValue.Money(line.Stored),
            ["total_completed_and_stored_to_date"] = WireValue.Money(line.ToDate),
            ["total_completed_and_stored_to_date_percent"] = WireValue.Money(line.Percent),
            ["balance_to_finish"] = WireValue.Money(line.BalanceToFinish),
            ["work_completed_retainage_currently_retained"] = WireValue.Money(line.WorkRetainage),
            ["work_completed_retainage_from_previous_application"] = WireValue.Money(line.WorkRetainageBefore),
            ["work_completed_retainage_retained_this_period"] = WireValue.Money(line.WorkRetained),
            ["work_completed_retainage_released_this_period"] = WireValue.Money(line.WorkReleased),
            ["work_completed_retainage_percent_this_period"] = WireValue.Money(100 * line.Rate),
            ["materials_stored_retainage_currently_retained"] = WireValue.Money(line.StoredRetainage),
            ["materials_stored_retainage_from_previous_application"] = WireValue.Money(line.StoredRetainageBefore),
            ["materials_stored_retainage_retained_this_period"] = WireValue.Money(line.StoredRetained),
            ["materials_stored_retainage_released_this_period"] = WireValue.Money(line.StoredReleased),
            ["materials_stored_retainage_percent_this_period"] = WireValue.Money(100 * line.Rate),
            ["total_retainage_currently_retained"] = WireValue.Money(line.WorkRetainage + line.StoredRetainage),
            ["total_retainage_from_previous_application"] = WireValue.Money(line.WorkRetainageBefore + line.StoredRetainageBefore),
            ["materials_moved"] = WireValue.Money(0),
            ["materials_retainage_retained_moved"] = WireValue.Money(0),
        };
}
