namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_systemofrecord</c>.</summary>
public static class SystemOfRecordChoice
{
    /// <summary>Procore.</summary>
    public const int Procore = 723100000;

    /// <summary>Oracle.</summary>
    public const int Oracle = 723100001;

    /// <summary>Power integration.</summary>
    public const int PowerIntegration = 723100002;
}
