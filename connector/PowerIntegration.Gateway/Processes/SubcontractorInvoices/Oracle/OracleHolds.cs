using System.Text.Json;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;

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

    /// <summary>One hold by its id, whatever invoice, supplier and hold are called by now.</summary>
    public Task<OracleHoldWire> FindAsync(string holdId, CallBudget budget, CancellationToken cancellationToken) =>
        oracle.GetAsync<OracleHoldWire>($"{Address}/{Uri.EscapeDataString(holdId)}?onlyData=true", budget, cancellationToken);

    /// <summary>What is known of a document's holds beside what it froze.</summary>
    public static KnownHolds KnownOf(SendableDocument document) =>
        HoldRows.Read(document.HoldIds, document.OfPayables(PayablesSetupTable.HoldName), document.OfPayables(PayablesSetupTable.HoldReleaseName));

    /// <summary>
    /// Sees to it that the invoice has the hold before it is validated: looks first, so that a repetition places no second one. One that was released
    /// is not placed again. Null where the hold is on the invoice, or was released because we decided it.
    /// </summary>
    public async Task<WriteAnswer?> PlaceAsync(
        PreparedInvoice prepared,
        PayablesInvoice document,
        PaymentHold hold,
        KnownHolds known,
        bool isReleased,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var placed = (await ListAsync(prepared, document, budget, cancellationToken))
                .Where(there => known.IsOurs(hold, there.HoldId, there.HoldName))
                .ToList();
            if (placed.Count > 0)
            {
                return isReleased || placed.Exists(there => string.IsNullOrEmpty(there.ReleaseName)) ? null : Released(document, placed[^1]);
            }
        }
        catch (IntegrationException unread)
        {
            // Whether the hold is there is not known, so nothing is validated.
            return new WriteAnswer.Unknown(unread.Message);
        }

        var name = known.PlacedAs(hold);
        var body = JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["InvoiceNumber"] = document.InvoiceNumber,
                ["BusinessUnit"] = prepared.BusinessUnit,
                ["Supplier"] = prepared.VendorName,
                ["HoldName"] = name,
                ["HoldReason"] = hold.Reason,
            }
        );
        return await oracle.PostAsync(Address, ItemType, body, budget, cancellationToken) switch
        {
            WriteAnswer.Done => null,
            WriteAnswer.Refused refused => refused with
            {
                Code = LawReasons.PaymentHoldRefused.Wire,
                Sentence =
                    $"Oracle refused hold {name}: {refused.Sentence} Ask the integration administrator to check the payment hold name "
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
            Id = hold.HoldId,
            InvoiceNumber = hold.InvoiceNumber,
            Name = hold.HoldName,
            HeldBy = hold.HeldBy,
            HeldOn = hold.HoldDate,
            ReleaseName = hold.ReleaseName,
            ReleasedOn = hold.ReleaseDate,
            ChangedBy = hold.LastUpdatedBy,
        };

    private static WriteAnswer.Refused Released(PayablesInvoice document, OracleHoldWire released) =>
        new(
            409,
            $"Hold {released.HoldName} on invoice {document.InvoiceNumber} was released in Oracle by "
                + $"{released.LastUpdatedBy ?? "an unknown user"} on {released.ReleaseDate} before the invoice was validated. "
                + "Ask accounts payable to place it again.",
            ""
        );
}
