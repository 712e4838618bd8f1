using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>The totals of an invoice in Procore's words.</summary>
internal static class RequisitionSummary
{
    /// <summary>Puts the totals that follow from an invoice's lines into it.</summary>
    /// <param name="store">The records.</param>
    /// <param name="requisition">The invoice with its lines; it is changed.</param>
    public static void Write(ProcoreStore store, JsonObject requisition)
    {
        var certificate = CertificateOf(store, requisition);
        requisition["percent_complete"] = Percent(certificate);
        requisition["invoice_type"] = InvoiceType(certificate);
        requisition["total_claimed_amount"] = WireValue.Money(Items(requisition).Sum(item => WireValue.Money(item, "subcontractor_claimed_amount")));
        requisition["summary"] = Summary(
            certificate,
            RateOf(store, requisition),
            WireValue.Text(requisition, "requisition_start"),
            WireValue.Text(requisition, "requisition_end")
        );
    }

    /// <summary>The continuation sheet and totals of a stored invoice.</summary>
    public static Certificate CertificateOf(ProcoreStore store, JsonObject requisition)
    {
        var previous = PreviousOf(store, requisition);
        var original = WireValue.Money(store.Get(RecordKind.Commitments, WireValue.Number(requisition, "commitment_id")), "grand_total");
        CertificateLine[] lines = [.. Items(requisition).Select(item => RequisitionLines.Read(item, RequisitionLines.Find(previous, item)))];

        // An invoice keeps the scheduled values it was made with, so a change order approved since is not in it.
        return new Certificate(
            lines,
            original,
            lines.Sum(line => line.ScheduledValue) - original,
            previous is null ? 0 : WireValue.Money(previous["summary"]!.AsObject(), "total_earned_less_retainage")
        );
    }

    /// <summary>The invoice before, or null.</summary>
    public static JsonObject? PreviousOf(ProcoreStore store, JsonObject requisition) =>
        requisition["previous_requisition_id"]?.GetValue<long>() is { } id ? store.Get(RecordKind.Requisitions, id) : null;

    /// <summary>Retainage rate of the invoice's commitment, 0.10 for ten percent.</summary>
    public static decimal RateOf(ProcoreStore store, JsonObject requisition) =>
        WireValue.Money(store.Get(RecordKind.Commitments, WireValue.Number(requisition, "commitment_id")), "retainage_percent") / 100;

    private static IEnumerable<JsonObject> Items(JsonObject requisition) => requisition["items"]!.AsArray().Select(item => item!.AsObject());

    private static string InvoiceType(Certificate certificate)
    {
        if (certificate.Lines.All(line => line.WorkReleased == 0 && line.StoredReleased == 0))
        {
            return "progress";
        }

        return certificate.Lines.All(line => line.ThisPeriod == 0 && line.Stored == line.StoredBefore)
            ? "retainage_release"
            : "progress_and_retainage_release";
    }

    private static string Percent(Certificate certificate) =>
        (
            certificate.ContractSum == 0
                ? 0
                : Math.Round(100 * certificate.CompletedAndStored / certificate.ContractSum, 2, MidpointRounding.AwayFromZero)
        ).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    private static JsonObject Summary(Certificate certificate, decimal rate, string start, string end) =>
        new()
        {
            ["original_contract_sum"] = WireValue.Money(certificate.OriginalSum),
            ["net_change_by_change_orders"] = WireValue.Money(certificate.ChangeOrders),
            ["contract_sum_to_date"] = WireValue.Money(certificate.ContractSum),
            ["total_completed_and_stored_to_date"] = WireValue.Money(certificate.CompletedAndStored),
            ["completed_work_retainage_percent"] = WireValue.Money(100 * rate),
            ["completed_work_retainage_amount"] = WireValue.Money(certificate.WorkRetainage),
            ["stored_materials_retainage_percent"] = WireValue.Money(100 * rate),
            ["stored_materials_retainage_amount"] = WireValue.Money(certificate.StoredRetainage),
            ["total_retainage"] = WireValue.Money(certificate.Retainage),
            ["total_earned_less_retainage"] = WireValue.Money(certificate.EarnedLessRetainage),
            ["less_previous_certificates_for_payment"] = WireValue.Money(certificate.PreviousCertificates),
            ["current_payment_due"] = WireValue.Money(certificate.CurrentPaymentDue),
            ["balance_to_finish_including_retainage"] = WireValue.Money(certificate.BalanceToFinish),
            ["tax_applicable_to_this_payment"] = WireValue.Money(0),
            ["formatted_period"] = $"{start} - {end}",
            ["positive_change_order_item_total"] = WireValue.Money(0),
            ["negative_change_order_item_total"] = WireValue.Money(0),
            ["positive_new_change_order_item_total"] = WireValue.Money(0),
            ["negative_new_change_order_item_total"] = WireValue.Money(0),
            ["positive_previous_change_order_item_total"] = WireValue.Money(0),
            ["negative_previous_change_order_item_total"] = WireValue.Money(0),
            ["new_materials"] = null,
            ["stored_materials"] = null,
        };
}
