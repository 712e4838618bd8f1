using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The validation status of an invoice: it follows from what happened to the invoice and from its open holds, no one sets it.</summary>
internal static class InvoiceStatus
{
    private const string Validation = "@validation";
    private const string Done = "done";
    private const string Stale = "stale";

    /// <summary>The status to show.</summary>
    public static string Of(JsonObject invoice, int openHolds) =>
        (invoice.Flag("CanceledFlag"), invoice.Text(Validation)) switch
        {
            (true, _) => AssumedFacts.Canceled,
            (_, null) => AssumedFacts.NotValidated,
            (_, Done) when openHolds == 0 || !AssumedFacts.OpenHoldShowsInValidationStatus => AssumedFacts.Validated,
            _ => AssumedFacts.NeedsRevalidation,
        };

    /// <summary>Notes that the invoice was validated as it is now.</summary>
    public static void MarkValidated(JsonObject invoice) => invoice[Validation] = Done;

    /// <summary>Notes that the invoice is no longer what was validated; one that never was stays so.</summary>
    public static void MarkChanged(JsonObject invoice)
    {
        if (invoice[Validation] is not null)
        {
            invoice[Validation] = Stale;
        }
    }

    /// <summary>Notes who changed the invoice and when.</summary>
    public static void Stamp(JsonObject invoice, string userName, string now)
    {
        invoice["LastUpdatedBy"] = userName;
        invoice["LastUpdateDate"] = now;
        invoice.Touch();
    }
}
