namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_valuebasis</c>.</summary>
public static class ValueBasisChoice
{
    /// <summary>Contract.</summary>
    public const int Contract = 723100000;

    /// <summary>Prime contract.</summary>
    public const int PrimeContract = 723100001;

    /// <summary>Project.</summary>
    public const int Project = 723100002;
}
