using System.Text.Json;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Billing;

/// <summary>The result as JSON: one object, with amounts as numbers.</summary>
internal static class BillJson
{
    /// <summary>Writes every application.</summary>
    public static void Write(TextWriter output, ContractFile contract, IReadOnlyList<BilledApplication> applications) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Contract = contract.Name,
                    contract.Ledger.Currency,
                    contract.File,
                    contract.Notes,
                    Applications = applications.Select(Application),
                },
                JsonText.Options
            )
        );

    private static object Application(BilledApplication billed) =>
        new
        {
            billed.Application.Number,
            PeriodEnd = billed.Application.PeriodEnd?.ToString(),
            Result = Result(billed),
        };

    private static object Result(BilledApplication application) =>
        application.Outcome switch
        {
            BillingOutcome.Stopped stopped => new
            {
                State = application.WaitsFor is null || application.Causes.Count > 0 ? stopped.Refusal.State.ToString() : "Waits",
                application.WaitsFor,
                application.SameAs,
                Reasons = Reasons(application),
            },
            BillingOutcome.NothingToPost nothing => new
            {
                State = "NothingToPost",
                nothing.Why,
                Sentence = application.Causes.Count == 0 ? nothing.Sentence : null,
                Reasons = application.Causes.Count == 0 ? null : Reasons(application),
            },
            _ => Billed(application, (BillingOutcome.Billed)application.Outcome),
        };

    private static IEnumerable<object> Reasons(BilledApplication application) =>
        application.Causes.Select(cause => new
        {
            cause.Code,
            cause.Sentence,
            cause.File,
            cause.Application,
            cause.Line,
            cause.Field,
            cause.Allowed,
            cause.Example,
            AlsoIn = cause.AlsoIn.Count == 0 ? null : cause.AlsoIn,
        });

    private static object Billed(BilledApplication application, BillingOutcome.Billed billed) =>
        new
        {
            State = "Billed",
            billed.Payable,
            Certificate = CertificateLine.Of(billed.Before, billed.After),
            Lines = billed.Lines,
            billed.Documents,
            billed.Journals,
            billed.Warnings,
            Reasons = application.Causes.Count == 0 ? null : Reasons(application),
            Proof = new
            {
                // Right arithmetic over a wrong input is no proof.
                Residual = application.IsRight ? billed.Proof.Residual : (decimal?)null,
                billed.Proof.InputsFailed,
                application.BuildsOn,
                Inputs = billed.Proof.Inputs.Select(Input),
                billed.Proof.Identities,
                billed.Proof.Origins,
            },
        };

    private static object Input(CheckedInput input) =>
        new
        {
            input.Name,
            Result = input.State,
            input.Place,
            input.Source,
            Note = input.Note.Length == 0 ? null : input.Note,
        };
}
