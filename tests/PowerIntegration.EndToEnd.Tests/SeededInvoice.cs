using System.Text.Json.Nodes;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>One approved invoice of the first application of SC-001, as Procore shows it, in the data from which a sandbox starts.</summary>
internal sealed class SeededInvoice
{
    public const string Number = "PCC-25-1187";
    public const long Grade = 562949953710103;
    private const long Id = 562949953900001;
    private const long Contract = 562949953700001;
    private const int Flat = 723100001;
    private const int Unmatched = 723100001;
    private readonly JsonArray items = [];
    private decimal gross;
    private decimal held;

    /// <summary>Tax on the invoice.</summary>
    public decimal? Tax { get; init; } = 0m;

    /// <summary>A line: its value, the work on it, ten percent of which is held.</summary>
    public SeededInvoice Line(decimal value, decimal work, decimal retained, Action<JsonObject>? change = null)
    {
        gross += work;
        held += retained;
        var item = new JsonObject
        {
            ["id"] = 562949953910001 + items.Count,
            ["item_type"] = "contract_item",
            ["accounting_method"] = "amount",
            ["line_item_id"] = Grade,
            ["line_number"] = "3",
            ["position"] = items.Count + 1,
            ["description_of_work"] = "Pile caps and grade beams",
            ["cost_code_id"] = 562949953461004,
            ["wbs_code"] = null,
            ["scheduled_value"] = Text(value),
            ["work_completed_from_previous_application"] = "0.00",
            ["work_completed_this_period"] = Text(work),
            ["materials_presently_stored"] = "0.00",
            ["materials_presently_stored_from_previous_progress"] = "0.00",
            ["total_completed_and_stored_to_date"] = Text(work),
            ["total_completed_and_stored_to_date_from_previous"] = "0.00",
            ["work_completed_retainage_from_previous_application"] = "0.00",
            ["work_completed_retainage_percent_this_period"] = "10.0",
            ["work_completed_retainage_retained_this_period"] = Text(retained),
            ["work_completed_retainage_released_this_period"] = "0.00",
            ["materials_stored_retainage_percent_this_period"] = "10.0",
            ["materials_stored_retainage_currently_retained"] = "0.00",
            ["materials_stored_retainage_released_this_period"] = "0.00",
            ["status"] = "approved",
            ["ssr_manual_override"] = false,
            ["taxes"] = new JsonArray(),
        };
        change?.Invoke(item);
        items.Add(item);
        return this;
    }

    /// <summary>The data with the invoice, and with nothing that plays months.</summary>
    public ChangedData In(ChangedData data, Action<JsonObject>? change = null)
    {
        JsonNode? code = null;
        return data.With(
                "procore/line_items.json",
                root => code = root.AsArray().First(line => (long)line!["id"]! == Grade)!["wbs_code"]!.DeepClone()
            )
            .With(
                "procore/requisitions.json",
                root =>
                {
                    foreach (var item in items.Where(item => item!["wbs_code"] is null))
                    {
                        item!["wbs_code"] = code!.DeepClone();
                    }

                    var requisition = Requisition();
                    change?.Invoke(requisition);
                    root.AsArray().Add(requisition);
                }
            )
            .With(
                "procore/change_histories.json",
                root =>
                    root.AsArray()
                        .Add(
                            new JsonObject
                            {
                                ["id"] = 562949953950001,
                                ["column"] = "status",
                                ["old_value"] = "under_review",
                                ["new_value"] = "approved",
                                ["action_by"] = "Dana Whitfield",
                                ["action_by_id"] = 1,
                                ["created_at"] = "2025-10-01T11:30:00Z",
                                ["ref_id"] = Id,
                                ["ref_type"] = "Requisition",
                            }
                        )
            );
    }

    /// <summary>Terms of SC-001: unmatched, flat ten percent, and what a test adds.</summary>
    public static ChangedData FlatTerms(Action<JsonObject>? change = null) =>
        new ChangedData().With(
            "dataverse/85-pint_commitmenttermss.json",
            root =>
            {
                var row = root["rows"]![0]!.AsObject();
                foreach (var column in row.Select(pair => pair.Key).Where(IsOfStep).ToList())
                {
                    row.Remove(column);
                }

                row["pint_retainagekind"] = Flat;
                row["pint_workrate"] = 0.1;
                row["pint_matching"] = Unmatched;
                change?.Invoke(row);
            }
        );

    private static bool IsOfStep(string column) =>
        column
            is "pint_stepthreshold"
                or "pint_ratebefore"
                or "pint_rateafter"
                or "pint_stepreading"
                or "pint_billedmeasure"
                or "pint_contractsumbase"
                or "pint_jurisdiction"
                or "pint_projectsector"
                or "pint_contractdate"
                or "pint_dwellings"
                or "pint_bonded";

    private JsonObject Requisition() =>
        new()
        {
            ["id"] = Id,
            ["project_id"] = 562949953500001,
            ["commitment_id"] = Contract,
            ["commitment_type"] = "WorkOrderContract",
            ["vendor_id"] = 562949953600001,
            ["vendor_name"] = "Prairie Concrete Contractors, Inc.",
            ["number"] = 1,
            ["invoice_number"] = Number,
            ["invoice_type"] = "progress",
            ["status"] = "approved",
            ["period_id"] = 562949953800010,
            ["requisition_start"] = "2025-10-01",
            ["requisition_end"] = "2025-10-31",
            ["billing_date"] = "2025-10-31",
            ["final"] = false,
            ["previous_requisition_id"] = null,
            ["created_at"] = "2025-10-01T11:00:00Z",
            ["updated_at"] = "2025-10-01T11:30:00Z",
            ["currency_configuration"] = null,
            ["summary"] = new JsonObject
            {
                ["original_contract_sum"] = "7739006.50",
                ["net_change_by_change_orders"] = Text(items.Sum(item => Money(item!["scheduled_value"]!)) - 7739006.50m),
                ["contract_sum_to_date"] = Text(items.Sum(item => Money(item!["scheduled_value"]!))),
                ["total_completed_and_stored_to_date"] = Text(gross),
                ["total_retainage"] = Text(held),
                ["total_earned_less_retainage"] = Text(gross - held),
                ["less_previous_certificates_for_payment"] = "0.00",
                ["current_payment_due"] = Text(gross - held + (Tax ?? 0m)),
                ["tax_applicable_to_this_payment"] = Tax is { } tax ? Text(tax) : null,
            },
            ["items"] = items.DeepClone(),
            ["item_packages"] = new JsonArray(),
        };

    private static decimal Money(JsonNode text) => decimal.Parse(text.ToString(), CultureInfo.InvariantCulture);

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
