namespace PowerIntegration.Domain.Explanation;

/// <summary>What the terms of one topic mean.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Sentences">One or more sentences.</param>
public sealed record TopicWords(TermsTopic Topic, IReadOnlyList<string> Sentences);
