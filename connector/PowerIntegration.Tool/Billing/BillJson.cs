using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PowerIntegration.Domain.ContractBilling;

namespace PowerIntegration.Tool.Billing;

/// <summary>The result as JSON: one object, with amounts as numbers.</summary>
internal static class BillJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes every application.</summary>
    public static void Write(TextWriter output, ContractFile contract, IReadOnlyList<BilledApplication> applications) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Contract = contract.Name,
                    contract.Ledger.Currency,
                    Applications = applications.Select(Application),
                },
                Options
            )
        );

    private static object Application(BilledApplication billed) =>
        new
        {
            billed.Application.Number,
            PeriodEnd = billed.Application.PeriodEnd?.ToString(),
            Result = Result(billed.Outcome),
        };

    private static object Result(BillingOutcome outcome) =>
        outcome switch
        {
            BillingOutcome.Stopped stopped => new
            {
                State = stopped.Refusal.State,
                Reasons = stopped.All.Select(refusal => new { Code = refusal.WireCode, refusal.Sentence }),
            },
            BillingOutcome.NothingToPost nothing => new
            {
                State = "NothingToPost",
                nothing.Why,
                nothing.Sentence,
            },
            _ => Billed((BillingOutcome.Billed)outcome),
        };

    private static object Billed(BillingOutcome.Billed billed) =>
        new
        {
            State = "Billed",
            billed.Payable,
            Certificate = CertificateLine.Of(billed.Before, billed.After),
            Lines = billed.Lines,
            billed.Documents,
            billed.Journals,
            billed.Warnings,
            Proof = new
            {
                billed.Proof.Residual,
                billed.Proof.Identities,
                billed.Proof.Origins,
            },
        };
}
