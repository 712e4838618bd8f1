namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_capbase</c>.</summary>
public static class CapBaseChoice
{
    /// <summary>Each payment.</summary>
    public const int EachPayment = 723100000;

    /// <summary>Contract sum.</summary>
    public const int ContractSum = 723100001;

    /// <summary>Each payment and contract sum.</summary>
    public const int EachPaymentAndContractSum = 723100002;
}
