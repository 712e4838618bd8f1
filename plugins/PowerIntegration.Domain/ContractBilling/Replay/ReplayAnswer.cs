namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>A contract billed by its proposed terms, and the other terms that come closer to what was paid.</summary>
public sealed record ReplayAnswer
{
    /// <summary>Most terms that are tried for one contract.</summary>
    public const int TriesMax = 160;

    /// <summary>Most lines that are billed for one contract, all tries together; a large contract has fewer tries.</summary>
    public const int BilledLinesMax = 1_000_000;

    internal ReplayAnswer() { }

    /// <summary>The contract, billed by the proposed terms.</summary>
    public required ReplayedContract Now { get; init; }

    /// <summary>The best other terms, at most three; none where nothing comes closer.</summary>
    public required IReadOnlyList<ReplayProposal> Proposals { get; init; }

    /// <summary>The first application that none of the tried terms explain; null where each is explained by some.</summary>
    public int? FirstUnexplained { get; init; }

    /// <summary>How many terms were tried.</summary>
    public int Tries { get; init; }

    /// <summary>True where different terms explain the same payments, so that the contract has to say which apply.</summary>
    public bool IsAmbiguous => Proposals.Count(proposal => proposal.ExplainsAll) > 1;

    /// <summary>Bills the contract and looks for the terms that explain what was paid.</summary>
    public static ReplayAnswer Of(ReplayHistory history)
    {
        var now = ReplayedContract.Of(history);
        return now.IsExplained ? new ReplayAnswer { Now = now, Proposals = [] } : new ReplaySearch(history, now).Run();
    }
}
