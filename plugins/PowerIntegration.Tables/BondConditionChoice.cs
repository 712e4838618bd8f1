namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_bondcondition</c>.</summary>
public static class BondConditionChoice
{
    /// <summary>Bonded.</summary>
    public const int Bonded = 723100000;

    /// <summary>Not bonded.</summary>
    public const int NotBonded = 723100001;
}
