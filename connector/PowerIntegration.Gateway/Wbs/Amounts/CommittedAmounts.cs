using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Wbs.Amounts;

/// <summary>What subcontracts and purchase orders commit on each code.</summary>
internal sealed class CommittedAmounts(ProcoreClient procore)
{
    private static readonly string[] Resources = ["work_order_contracts", "purchase_order_contracts"];

    // These commit no money; what was committed before stays on their lines.
    private static readonly HashSet<string> Without = new(StringComparer.OrdinalIgnoreCase) { "Draft", "Out For Bid", "Void" };

    /// <summary>Reads the lines of all commitments of a project.</summary>
    public async Task<AmountsByCode> ReadAsync(SourceProject project, CallBudget budget, CancellationToken cancellationToken)
    {
        var amounts = new AmountsByCode();
        var place = $"project_id={Uri.EscapeDataString(project.ProcoreId)}";
        foreach (var resource in Resources)
        {
            var commitments = await procore.LongListAsync<CommitmentWire>($"rest/v1.0/{resource}?{place}", budget, cancellationToken);
            foreach (var commitment in commitments.Where(one => one.Id is not null && !Without.Contains(one.Status ?? "")))
            {
                var address = $"rest/v1.0/{resource}/{commitment.Id!.Value.ToString(CultureInfo.InvariantCulture)}/line_items?{place}";
                foreach (var line in await procore.LongListAsync<CommitmentLineWire>(address, budget, cancellationToken))
                {
                    amounts.Add(line.WbsCode?.Id, Amount(commitment, line), Words(commitment, line));
                }
            }
        }

        return amounts;
    }

    private static decimal Amount(CommitmentWire commitment, CommitmentLineWire line) =>
        line.TotalAmount is not { } text ? 0m
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
        : throw AmountsByCode.Unreadable(Words(commitment, line), text);

    private static string Words(CommitmentWire commitment, CommitmentLineWire line) => $"Commitment {commitment.Number}, line {line.Id}";
}
