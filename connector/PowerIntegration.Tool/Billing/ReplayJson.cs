using System.Text.Json;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Billing;

/// <summary>A replay as JSON: one object, with amounts as numbers.</summary>
internal static class ReplayJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, ContractFile contract, ReplayedFile replayed) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Contract = contract.Name,
                    contract.Ledger.Currency,
                    contract.File,
                    contract.Notes,
                    replayed.Answer.Now.Compared,
                    replayed.Answer.Now.NotCompared,
                    replayed.InputFailed,
                    Differences = replayed.Differences.Select(Difference),
                    Proposals = replayed.Answer.Proposals.Select(Proposal),
                    replayed.Answer.FirstUnexplained,
                },
                JsonText.Options
            )
        );

    private static object Proposal(ReplayProposal proposal) =>
        new
        {
            Terms = ReplayWords.Of(proposal),
            Fields = ReplayWords.FieldsOf(proposal),
            Range = ReplayWords.RangeOf(proposal),
            proposal.ExplainsAll,
            Payments = proposal.Result.PaymentGap,
            RetainageOnLines = proposal.Result.RetainageGap,
            Applications = proposal.Result.Differing,
            Differences = proposal.Result.Differences.Select(Difference),
        };

    private static object Difference(ReplayDifference difference) =>
        new
        {
            difference.Application,
            difference.Line,
            difference.Billed,
            difference.Paid,
            difference.Difference,
            difference.NotBilled,
            IsOverridden = difference.IsOverridden ? true : (bool?)null,
        };
}
