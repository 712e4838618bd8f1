namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_clauseeffect</c>.</summary>
public static class ClauseEffectChoice
{
    /// <summary>Timing only.</summary>
    public const int TimingOnly = 723100000;

    /// <summary>Ineffective.</summary>
    public const int Ineffective = 723100001;

    /// <summary>Not against lien.</summary>
    public const int NotAgainstLien = 723100002;

    /// <summary>Enforced.</summary>
    public const int Enforced = 723100003;

    /// <summary>Restricted.</summary>
    public const int Restricted = 723100004;

    /// <summary>Undecided.</summary>
    public const int Undecided = 723100005;
}
