using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>Makes the draft of the next invoice of a commitment; it starts from the invoice before.</summary>
/// <param name="store">The records.</param>
internal sealed class RequisitionDraft(ProcoreStore store)
{
    private const long FirstRequisitionId = 562949953900001;
    private const long FirstItemId = 562949953910001;

    /// <summary>The draft, not yet stored, with one line per schedule-of-values line and nothing billed.</summary>
    /// <param name="commitment">The commitment.</param>
    /// <param name="period">The billing period.</param>
    /// <param name="invoice">Number, dates and who submits.</param>
    /// <param name="creator">The person.</param>
    public JsonObject Create(JsonObject commitment, JsonObject period, InvoiceScript invoice, JsonObject creator)
    {
        var previous = store
            .All(RecordKind.Requisitions)
            .Where(requisition => WireValue.Number(requisition, "commitment_id") == WireValue.Id(commitment))
            .MaxBy(requisition => WireValue.Number(requisition, "number"));
        var draft = Header(commitment, period, invoice, previous);
        draft["created_by"] = new JsonObject
        {
            ["id"] = WireValue.Id(creator),
            ["name"] = WireValue.Text(creator, "name"),
            ["login"] = WireValue.Text(creator, "login"),
            ["company_name"] = WireValue.Text(creator, "company_name"),
        };
        draft["summary_text"] = SummaryText(commitment, draft);
        draft["items"] = new JsonArray([.. Lines(commitment, previous)]);
        return draft;
    }

    private JsonObject Header(JsonObject commitment, JsonObject period, InvoiceScript invoice, JsonObject? previous) =>
        new()
        {
            ["id"] = store.NextId(RecordKind.Requisitions, FirstRequisitionId),
            ["project_id"] = WireValue.Number(period, "project_id"),
            ["commitment_id"] = WireValue.Id(commitment),
            ["commitment_type"] = "WorkOrderContract",
            ["contract_name"] = WireValue.Text(commitment, "title"),
            ["vendor_id"] = WireValue.Id(commitment["vendor"]!.AsObject()),
            ["vendor_name"] = WireValue.Text(commitment["vendor"]!.AsObject(), "company"),
            ["number"] = previous is null ? 1 : WireValue.Number(previous, "number") + 1,
            ["invoice_number"] = invoice.InvoiceNumber,
            ["invoice_type"] = "progress",
            ["status"] = RequisitionStatus.Draft,
            ["erp_status"] = "not_in_erp",
            ["period_id"] = WireValue.Id(period),
            ["requisition_start"] = WireValue.Text(period, "start_date"),
            ["requisition_end"] = WireValue.Text(period, "end_date"),
            ["billing_date"] = WireValue.Date(invoice.BillingDate),
            ["payment_date"] = null,
            ["submitted_at"] = null,
            ["final"] = invoice.Final,
            ["previous_requisition_id"] = previous is null ? null : WireValue.Id(previous),
            ["move_materials_to_previous_work_completed"] = false,
            ["origin_id"] = null,
            ["origin_data"] = null,
            ["deletable"] = true,
            ["electronic_signature_id"] = null,
            ["currency_configuration"] = commitment["currency_configuration"]?.DeepClone(),
            ["custom_fields"] = new JsonObject(),
            ["attachments"] = Files(invoice),
            ["item_packages"] = new JsonArray(),
            ["created_at"] = WireValue.Time(invoice.CreatedAt),
            ["updated_at"] = WireValue.Time(invoice.CreatedAt),
        };

    private JsonArray Files(InvoiceScript invoice)
    {
        var id = AttachedFile.NextId(store);
        return
        [
            .. (invoice.Attachments ?? []).Select(file =>
                AttachedFile.Create(id++, file.FileName, file.ContentType, Encoding.UTF8.GetBytes(file.Text))
            ),
        ];
    }

    private JsonObject SummaryText(JsonObject commitment, JsonObject draft)
    {
        var project = store.Get(RecordKind.Projects, WireValue.Number(draft, "project_id"));
        var vendor = store.Get(RecordKind.Vendors, WireValue.Number(draft, "vendor_id"));
        return new JsonObject
        {
            ["project_name"] = WireValue.Text(project, "name"),
            ["project_number"] = WireValue.Text(project, "project_number"),
            ["to_general_contractor"] = WireValue.Text(project["company"]!.AsObject(), "name"),
            ["requisition_period_start"] = draft["requisition_start"]!.DeepClone(),
            ["requisition_period_end"] = draft["requisition_end"]!.DeepClone(),
            ["subcontractor_name"] = WireValue.Text(vendor, "name"),
            ["subcontractor_street"] = vendor["address"]?.DeepClone(),
            ["subcontractor_city"] = vendor["city"]?.DeepClone(),
            ["subcontractor_state_code"] = vendor["state_code"]?.DeepClone(),
            ["subcontractor_zip"] = vendor["zip"]?.DeepClone(),
            ["subcontractor_country_code"] = vendor["country_code"]?.DeepClone(),
            ["application_number"] = draft["number"]!.ToString(),
            ["contract_for"] = WireValue.Text(commitment, "title"),
            ["contract_date"] = commitment["contract_date"]?.DeepClone(),
        };
    }

    private IEnumerable<JsonObject> Lines(JsonObject commitment, JsonObject? previous)
    {
        var rate = WireValue.Money(commitment, "retainage_percent") / 100;
        var itemId = NextItemId();
        var before = previous is null ? null : RequisitionSummary.PreviousOf(store, previous);
        foreach (var lineItem in LineItemsOf(commitment))
        {
            var value = WireValue.Money(lineItem, "amount");
            var items = RequisitionLines.All(previous, WireValue.Id(lineItem)).ToList();
            if (items.Count == 0)
            {
                yield return RequisitionLines.Create(itemId++, lineItem, new CertificateLine(value, 0, 0, 0, 0, 0, 0, rate), null);
            }

            foreach (var item in items)
            {
                // A part of a subcontractor's own breakdown keeps its value: a change of the line does not say which part it is about.
                var next = RequisitionLines.Read(item, RequisitionLines.Find(before, item)).Next() with
                {
                    Rate = rate,
                };
                yield return RequisitionLines.Create(itemId++, lineItem, items.Count > 1 ? next : next with { ScheduledValue = value }, item);
            }
        }
    }

    private IOrderedEnumerable<JsonObject> LineItemsOf(JsonObject commitment) =>
        store
            .All(RecordKind.LineItems)
            .Where(line => WireValue.Id(line["holder"]!.AsObject()) == WireValue.Id(commitment))
            .OrderBy(line => WireValue.Number(line, "position"));

    private long NextItemId() =>
        store
            .All(RecordKind.Requisitions)
            .SelectMany(requisition => requisition["items"]!.AsArray())
            .Select(item => WireValue.Id(item!.AsObject()) + 1)
            .Append(FirstItemId)
            .Max();
}
