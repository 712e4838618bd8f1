namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>The sum of the balances of many lines, part by part; materials stored are not added up.</summary>
internal static class BalanceSum
{
    /// <summary>Adds up what is posted.</summary>
    public static LineBalance Of(IReadOnlyList<ContractLine> lines)
    {
        decimal gross = 0m,
            work = 0m,
            stored = 0m,
            punchList = 0m;
        foreach (var line in lines)
        {
            ref readonly var balance = ref line.Balance;
            gross += balance.Gross;
            work += balance.Retainage.Work;
            stored += balance.Retainage.Stored;
            if (balance.Retainage.PunchList != 0m)
            {
                punchList += balance.Retainage.PunchList;
            }
        }

        return new LineBalance(gross, new BucketAmounts(work, stored, punchList));
    }

    /// <summary>Adds up any balances.</summary>
    public static LineBalance Of(IEnumerable<LineBalance> balances)
    {
        var gross = 0m;
        var retainage = default(BucketAmounts);
        foreach (var balance in balances)
        {
            gross += balance.Gross;
            retainage += balance.Retainage;
        }

        return new LineBalance(gross, retainage);
    }
}
