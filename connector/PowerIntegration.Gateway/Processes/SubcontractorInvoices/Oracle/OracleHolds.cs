using System.Text.Json;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>Oracle's holds on payables invoices.</summary>
internal sealed class OracleHolds(OracleClient oracle)
{
    private const string Address = "invoiceHolds";
    private const string ItemType = "application/vnd.oracle.adf.resourceitem+json";

    /// <summary>Every hold of the invoice, open and released, in the order in which they were placed.</summary>
    public async Task<IReadOnlyList<OracleHoldWire>> ListAsync(
        PreparedInvoice prepared,
        PayablesInvoice document,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var expression =
            $"InvoiceNumber={OracleLiteral.Of(document.InvoiceNumber)} and Supplier={OracleLiteral.Of(prepared.VendorName)}"
            + $" and BusinessUnit={OracleLiteral.Of(prepared.BusinessUnit)}";
        var address = $"{Address}?q={Uri.EscapeDataString(expression)}&onlyData=true&limit={OracleClient.PageRows}&orderBy=HoldId";
        return (await oracle.GetAsync<OracleCollection<OracleHoldWire>>(address, budget, cancellationToken)).Items;
    }

    /// <summary>
    /// Sees to it that the invoice has the hold before it is validated: looks first, so that a repetition places no second one. One that was released
    /// is not placed again. Null where the hold is on the invoice.
    /// </summary>
    public async Task<WriteAnswer?> PlaceAsync(
        PreparedInvoice prepared,
        PayablesInvoice document,
        PaymentHold hold,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var placed = (await ListAsync(prepared, document, budget, cancellationToken)).Where(there => there.HoldName == hold.HoldName).ToList();
            if (placed.Count > 0)
            {
                return placed.Exists(there => string.IsNullOrEmpty(there.ReleaseName)) ? null : Released(document, hold, placed[^1]);
            }
        }
        catch (IntegrationException unread)
        {
            // Whether the hold is there is not known, so nothing is validated.
            return new WriteAnswer.Unknown(unread.Message);
        }

        var body = JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["InvoiceNumber"] = document.InvoiceNumber,
                ["BusinessUnit"] = prepared.BusinessUnit,
                ["Supplier"] = prepared.VendorName,
                ["HoldName"] = hold.HoldName,
                ["HoldReason"] = hold.Reason,
            }
        );
        return await oracle.PostAsync(Address, ItemType, body, budget, cancellationToken) switch
        {
            WriteAnswer.Done => null,
            WriteAnswer.Refused refused => refused with
            {
                Sentence =
                    $"Oracle refused hold {hold.HoldName}: {refused.Sentence} Ask the integration administrator to check the payment hold name "
                    + $"in the Payables setup of {prepared.BusinessUnit}.",
            },
            var other => other,
        };
    }

    /// <summary>Releases a hold.</summary>
    public Task<WriteAnswer> ReleaseAsync(string holdId, string releaseName, string reason, CallBudget budget, CancellationToken cancellationToken) =>
        oracle.PatchAsync(
            $"{Address}/{Uri.EscapeDataString(holdId)}",
            ItemType,
            JsonSerializer.Serialize(new Dictionary<string, string> { ["ReleaseName"] = releaseName, ["ReleaseReason"] = reason }),
            budget,
            cancellationToken
        );

    /// <summary>The hold as the recording takes it.</summary>
    public static ReadBackHold WordsOf(OracleHoldWire hold) =>
        new()
        {
            InvoiceNumber = hold.InvoiceNumber,
            Name = hold.HoldName,
            HeldBy = hold.HeldBy,
            HeldOn = hold.HoldDate,
            ReleaseName = hold.ReleaseName,
            ReleasedOn = hold.ReleaseDate,
            ChangedBy = hold.LastUpdatedBy,
        };

    private static WriteAnswer.Refused Released(PayablesInvoice document, PaymentHold hold, OracleHoldWire released) =>
        new(
            409,
            $"Hold {hold.HoldName} on invoice {document.InvoiceNumber} was released in Oracle by {released.LastUpdatedBy ?? "an unknown user"} on "
                + $"{released.ReleaseDate} before the invoice was validated. Ask accounts payable to place it again.",
            ""
        );
}
