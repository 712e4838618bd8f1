using System.Text.Json.Nodes;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>An invoice as Procore answers it after a decision.</summary>
/// <param name="Revision">1, or 2 after a correction.</param>
/// <param name="Invoice">The requisition.</param>
/// <param name="Detail">Its detail.</param>
public sealed record PlayedInvoice(int Revision, JsonNode Invoice, JsonArray Detail)
{
    public string Number => Invoice["invoice_number"]!.ToString();

    public long Commitment => Invoice["commitment_id"]!.GetValue<long>();

    public JsonNode Summary => Invoice["summary"]!;

    public JsonArray Items => Invoice["items"]!.AsArray();

    public bool IsReleasing => Detail.Any(row => Released(row!, "work_completed") != 0 || Released(row!, "materials_stored") != 0);

    public static decimal Amount(JsonNode row, string field) => decimal.Parse(row[field]!.GetValue<string>(), CultureInfo.InvariantCulture);

    /// <summary>The invoice in the engine's words.</summary>
    /// <param name="saysReleases">False where the lines leave out what was released.</param>
    public Application Application(bool saysReleases) =>
        new()
        {
            RecordId = Invoice["id"]!.ToString(),
            Revision = Revision,
            Number = Invoice["number"]!.GetValue<int>(),
            PeriodEnd = CalendarDate.Parse(Invoice["requisition_end"]!.ToString()),
            Currency = "USD",
            Status = ApplicationStatus.Approved,
            IsFinal = Invoice["final"]!.GetValue<bool>(),
            Lines = [.. Items.Zip(Detail).Select(pair => Line(pair.First!, pair.Second!, saysReleases))],
            Header = new CertifiedHeader
            {
                OriginalContractSum = Amount(Summary, "original_contract_sum"),
                NetChangeOrders = Amount(Summary, "net_change_by_change_orders"),
                ContractSumToDate = Amount(Summary, "contract_sum_to_date"),
                GrossToDate = Amount(Summary, "total_completed_and_stored_to_date"),
                RetainageToDate = Amount(Summary, "total_retainage"),
                PreviousCertificates = Amount(Summary, "less_previous_certificates_for_payment"),
                PaymentDue = Amount(Summary, "current_payment_due"),
            },
        };

    private static ApplicationLine Line(JsonNode item, JsonNode detail, bool saysReleases) =>
        new()
        {
            LineId = item["line_item_id"]!.ToString(),
            Description = item["description_of_work"]!.ToString(),
            Coding = item["wbs_code"]!["flat_code"]!.ToString(),
            ScheduledValue = Amount(item, "scheduled_value"),
            WorkPrevious = Amount(item, "work_completed_from_previous_application"),
            WorkThisPeriod = Amount(item, "work_completed_this_period"),
            MaterialsStored = Amount(item, "materials_presently_stored"),
            CompletedToDate = Amount(item, "total_completed_and_stored_to_date"),
            CompletedPrevious = Amount(item, "total_completed_and_stored_to_date_from_previous"),
            WorkRetainageHeld = Amount(detail, "work_completed_retainage_currently_retained"),
            StoredRetainageHeld = Amount(detail, "materials_stored_retainage_currently_retained"),
            WorkRetainageReleased = saysReleases ? Released(detail, "work_completed") : null,
            StoredRetainageReleased = saysReleases ? Released(detail, "materials_stored") : null,
            ClaimedAmount = Amount(item, "subcontractor_claimed_amount"),
            IsRetainageOverridden = item["ssr_manual_override"]!.GetValue<bool>(),
        };

    private static decimal Released(JsonNode detail, string bucket) => Amount(detail, bucket + "_retainage_released_this_period");
}
