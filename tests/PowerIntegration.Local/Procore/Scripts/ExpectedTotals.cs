using System.Text.Json.Serialization;

namespace PowerIntegration.Local.Procore.Scripts;

/// <summary>Totals of one certificate worked out apart from the simulator, in the commitment's currency.</summary>
/// <param name="CompletedAndStored">Total completed and stored to date, line 4.</param>
/// <param name="Retainage">Total retainage, line 5.</param>
/// <param name="PreviousCertificates">Less previous certificates for payment, line 7.</param>
/// <param name="CurrentPaymentDue">Current payment due, line 8.</param>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed record ExpectedTotals(
    [property: JsonPropertyName("total_completed_and_stored_to_date")] decimal CompletedAndStored,
    [property: JsonPropertyName("total_retainage")] decimal Retainage,
    [property: JsonPropertyName("less_previous_certificates_for_payment")] decimal PreviousCertificates,
    [property: JsonPropertyName("current_payment_due")] decimal CurrentPaymentDue
);
