using System.Text.Json;

namespace PowerIntegration.Tool.Billing;

/// <summary>A replay as JSON: one object, with amounts as numbers.</summary>
internal static class ReplayJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, ContractFile contract, ReplayedContract replayed, IReadOnlyList<ReplayProposal> proposals) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Contract = contract.Name,
                    contract.Ledger.Currency,
                    contract.File,
                    contract.Notes,
                    replayed.Compared,
                    replayed.NotCompared,
                    replayed.InputFailed,
                    replayed.Differences,
                    Proposals = proposals.Select(Proposal),
                },
                BillJson.Options
            )
        );

    private static object Proposal(ReplayProposal proposal) =>
        new
        {
            Terms = ReplayWords.Of(proposal),
            Fields = ReplayWords.FieldsOf(proposal),
            proposal.ExplainsAll,
            Payments = proposal.Result.PaymentGap,
            RetainageOnLines = proposal.Result.RetainageGap,
            Applications = proposal.Result.Differing,
            proposal.Result.Differences,
        };
}
