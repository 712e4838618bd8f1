namespace PowerIntegration.Domain.Billing;

/// <summary>The sum of the balances of many lines, part by part.</summary>
internal sealed class BalanceSum
{
    private decimal gross;
    private decimal work;
    private decimal stored;
    private decimal punchList;

    /// <summary>The sum; its materials stored are not added up.</summary>
    public LineBalance Total => new(gross, new BucketAmounts(work, stored, punchList));

    public void Add(in LineBalance balance)
    {
        gross += balance.Gross;
        work += balance.Retainage.Work;
        stored += balance.Retainage.Stored;
        punchList += balance.Retainage.PunchList;
    }
}
