namespace PowerIntegration.Domain.Wbs;

/// <summary>Where the Oracle task of a code comes from; each project declares it.</summary>
public enum TaskSource
{
    /// <summary>The value of the task segment where the code has one, else the task of the rule.</summary>
    SegmentOrRule,

    /// <summary>The value of the task segment alone.</summary>
    Segment,

    /// <summary>The task of the rule alone.</summary>
    Rule,
}
